package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.records.ExportsRecord;
import dev.nightjar.home.Home;
import dev.nightjar.ports.ExtractPurger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Removes extracts whose time is over. Of a place it removes only the files that the audit table
 * says were delivered there, each extract's marker first; of the outbox the folders of nights.
 */
@Component
final class Purge implements ExtractPurger {
  private static final String NIGHT = "\\d{4}-\\d{2}-\\d{2}";

  private final DSLContext db;
  private final Home home;
  private final DeliverSettings settings;
  private final DeliveryAudit exports;

  Purge(DSLContext db, Home home, DeliverSettings settings, Clock clock) {
    this.db = db;
    this.home = home;
    this.settings = settings;
    this.exports = new DeliveryAudit(settings, clock);
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
    try (var delivery = new ExtractUpload(home, settings)) {
      expired.forEach(
          (where, files) ->
              purged.add(
                  isRehearsal
                      ? told(where, files, problem(where))
                      : purge(delivery, where, files)));
    }
    purged.addAll(purgeOutbox(today, isRehearsal));
    return purged;
  }

  /** What a night says of it in its report; empty where there was nothing to remove. */
  static String story(List<Purged> purged) {
    int files = purged.stream().mapToInt(Purged::files).sum();
    return Stream.concat(
            Stream.of("; %,d expired files removed".formatted(files)).filter(any -> files > 0),
            purged.stream()
                .map(Purged::problem)
                .filter(Objects::nonNull)
                .map(problem -> "; expired files stay: " + problem))
        .collect(Collectors.joining());
  }

  private Purged purge(ExtractUpload delivery, Where where, List<ExportsRecord> files) {
    var problem = problem(where);
    if (problem != null) {
      return told(where, List.of(), problem);
    }
    var courier = delivery.courier(Path.of(where.destination()));
    var removed = new ArrayList<ExportsRecord>();
    try {
      for (var file : files) {
        courier.remove(file.getPath());
        removeCopy(Path.of(file.getPath()));
        removed.add(file);
      }
      var folders = files.stream().map(file -> Path.of(file.getPath()).getParent()).distinct();
      for (var folder : folders.toList()) {
        courier.leave(folder.toString());
      }
    } catch (DeliveryFailed e) {
      problem = e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exports.purged(db, removed);
    return told(where, removed, problem);
  }

  /** Removes from the outbox what is in no folder of a night: a copy under a fixed name. */
  private void removeCopy(Path path) throws IOException {
    if (!isNight(path.getParent())) {
      Files.deleteIfExists(outbox().resolve(path));
    }
  }

  private static boolean isNight(Path folder) {
    return folder.getFileName().toString().matches(NIGHT);
  }

  private @Nullable String problem(Where where) {
    return where.place().equals(DestinationConnection.place(where.destination(), settings))
        ? null
        : "they were delivered to %s, where deliver.deliveries.%s no longer delivers; remove them there by hand"
            .formatted(where.place(), where.destination());
  }

  private static Purged told(Where where, List<ExportsRecord> files, @Nullable String problem) {
    return new Purged(
        where.destination(),
        where.place(),
        files.size(),
        files.stream().mapToLong(ExportsRecord::getBytes).sum(),
        problem);
  }

  /** Removes the folders of expired nights, whether they were delivered or not. */
  private List<Purged> purgeOutbox(LocalDate today, boolean isRehearsal) {
    var found = new TreeMap<String, List<Path>>();
    for (var destination : folders(outbox())) {
      var name = destination.getFileName().toString();
      folders(destination).stream()
          .flatMap(audience -> folders(audience).stream())
          .filter(Purge::isNight)
          .filter(night -> !expiresOn(name, night).isAfter(today))
          .forEach(night -> found.computeIfAbsent(name, any -> new ArrayList<>()).add(night));
    }
    return found.entrySet().stream().map(each -> purgeOutbox(each, isRehearsal)).toList();
  }

  private Purged purgeOutbox(Map.Entry<String, List<Path>> nights, boolean isRehearsal) {
    int files = 0;
    long bytes = 0;
    try {
      for (var night : nights.getValue()) {
        for (var file : list(night)) {
          bytes += Files.size(file);
          files++;
          if (!isRehearsal) {
            Files.delete(file);
          }
        }
        if (!isRehearsal) {
          Files.delete(night);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Purged(nights.getKey(), settings.outbox().toString(), files, bytes, null);
  }

  private LocalDate expiresOn(String destination, Path night) {
    return settings.expiresOn(destination, LocalDate.parse(night.getFileName().toString()));
  }

  private Path outbox() {
    return home.resolve(settings.outbox());
  }

  private static List<Path> folders(Path folder) {
    return list(folder).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
