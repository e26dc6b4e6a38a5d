package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.records.ExportsRecord;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.destinations.names.Outbox;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Home;
import dev.nightjar.ports.ExtractPurger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Removes expired extracts. At a destination it removes only the files that the audit table says
 * were delivered there, each extract's marker first; in the outbox, the folders of nights.
 */
@Component
final class Purge implements ExtractPurger {
  private final DSLContext db;
  private final Home home;
  private final DeliverSettings settings;
  private final Destinations destinations;
  private final DeliveryAudit exports;
  private final Outbox outbox;
  private final Clock clock;

  Purge(
      DSLContext db, Home home, DeliverSettings settings, Destinations destinations, Clock clock) {
    this.db = db;
    this.home = home;
    this.settings = settings;
    this.destinations = destinations;
    this.clock = clock;
    this.exports = new DeliveryAudit(settings, clock);
    this.outbox = new Outbox(home.resolve(settings.outbox()));
  }

  private record Where(String destination, String place) {}

  @Override
  public List<Purged> purge(LocalDate today, boolean isRehearsal) {
    var expired =
        exports.expired(db, today).stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Where(row.getDestination(), row.getPlace()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var purged = new ArrayList<Purged>();
    try (var delivery = new ExtractUpload(home, settings, clock)) {
      expired.forEach(
          (where, files) ->
              purged.add(
                  isRehearsal
                      ? result(where, files, problem(where))
                      : purge(delivery, where, files)));
    }
    purged.addAll(purgeOutbox(today, isRehearsal));
    return purged;
  }

  /** The purge in a night's report; empty if there was nothing to remove. */
  static String story(List<Purged> purged) {
    int files = purged.stream().mapToInt(Purged::files).sum();
    return Stream.concat(
            Stream.of("; " + Counted.of(files, "expired file") + " removed")
                .filter(any -> files > 0),
            purged.stream()
                .map(Purged::problem)
                .filter(Objects::nonNull)
                .map(problem -> "; expired files stay: " + problem))
        .collect(Collectors.joining());
  }

  private Purged purge(ExtractUpload delivery, Where where, List<ExportsRecord> files) {
    var problem = problem(where);
    if (problem != null) {
      return result(where, List.of(), problem);
    }
    var connection = delivery.connection(where.destination());
    var removed = new ArrayList<ExportsRecord>();
    try {
      for (var file : files) {
        connection.remove(file.getPath());
        removeCopy(file);
        removed.add(file);
      }
      for (var folder : files.stream().flatMap(this::folderOfNight).distinct().toList()) {
        connection.leave(folder);
      }
    } catch (DeliveryFailed e) {
      problem = e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exports.purged(db, removed);
    return result(where, removed, problem);
  }

  /** Removes from the outbox the copies under fixed names, once they are removed elsewhere. */
  private void removeCopy(ExportsRecord file) throws IOException {
    if (DeliveryAudit.COPY.equals(file.getMode())) {
      outbox.extract(file.getDestination(), file.getAudience(), file.getNight()).removeCopies();
    }
  }

  /** The folder of a file, if its profile has one for each night. */
  private Stream<String> folderOfNight(ExportsRecord file) {
    return destinations
        .profile(file.getDestination())
        .filter(profile -> profile.layout().hasFolderOfNight())
        .map(
            profile ->
                settings.names(profile, file.getDestination(), file.getAudience(), file.getNight()))
        .map(ExtractNames::folder)
        .filter(folder -> file.getPath().startsWith(folder + "/"))
        .stream();
  }

  private @Nullable String problem(Where where) {
    return problem(where.destination(), where.place(), settings);
  }

  /** Why files of a place cannot be removed by the settings; null where they can. */
  static @Nullable String problem(String destination, String place, DeliverSettings settings) {
    return place.equals(DestinationConnection.place(destination, settings))
        ? null
        : "they were delivered to %s, where deliver.deliveries.%s no longer delivers; remove them there by hand"
            .formatted(place, destination);
  }

  private static Purged result(Where where, List<ExportsRecord> files, @Nullable String problem) {
    return new Purged(
        where.destination(),
        where.place(),
        files.size(),
        files.stream().mapToLong(ExportsRecord::getBytes).sum(),
        problem);
  }

  /** Removes the folders of expired nights, whether they were delivered or not. */
  private List<Purged> purgeOutbox(LocalDate today, boolean isRehearsal) {
    return outbox.extracts().stream()
        .filter(each -> !settings.expiresOn(each.destination(), each.night()).isAfter(today))
        .collect(
            Collectors.groupingBy(Outbox.Folder::destination, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> purgeOutbox(each.getKey(), each.getValue(), isRehearsal))
        .toList();
  }

  private Purged purgeOutbox(String destination, List<Outbox.Folder> nights, boolean isRehearsal) {
    int files = 0;
    long bytes = 0;
    try {
      for (var night : nights) {
        for (var file : night.files()) {
          bytes += Files.size(file);
          files++;
        }
        if (!isRehearsal) {
          night.remove();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Purged(destination, settings.outbox().toString(), files, bytes, null);
  }
}
