package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.records.ExportsRecord;
import dev.nightjar.db.deliver.tables.records.WithdrawalsRecord;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.names.Outbox;
import dev.nightjar.home.Home;
import dev.nightjar.ports.ExtractWithdrawals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Withdraws extracts whole: most formats are hashed or encrypted, so one person cannot be taken out
 * of a file; the next delivery leaves the person out. At each place it removes the extracts of the
 * audiences that can hold the person, and keeps what was delivered since.
 */
@Component
final class Withdrawals implements ExtractWithdrawals {
  private final DSLContext db;
  private final Home home;
  private final DeliverSettings settings;
  private final Destinations destinations;
  private final DeliveryAudit audit;
  private final Clock clock;

  Withdrawals(
      DSLContext db, Home home, DeliverSettings settings, Destinations destinations, Clock clock) {
    this.db = db;
    this.home = home;
    this.settings = settings;
    this.destinations = destinations;
    this.clock = clock;
    this.audit = new DeliveryAudit(settings, clock);
  }

  @Override
  public void require(DSLContext tx, Collection<Range> ranges) {
    for (var range : ranges) {
      // not after the commit: killed in between, nothing would know of it; a night writes it again
      cleanOutbox(range);
      WithdrawalQueries.add(
          tx, range, destination -> DestinationConnection.place(destination, settings));
    }
  }

  private void cleanOutbox(Range range) {
    try {
      for (var extract : new Outbox(home.resolve(settings.outbox())).extracts()) {
        if ((range.audience() == null || range.audience().equals(extract.audience()))
            && isBetween(extract.night(), range.firstNight(), range.lastNight())) {
          extract.removeCopies();
          extract.remove();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBetween(LocalDate night, LocalDate first, LocalDate last) {
    return !night.isBefore(first) && !night.isAfter(last);
  }

  @Override
  public void forgetSent(DSLContext tx, Select<Record1<String>> customerKeys) {
    var keepers = new HashMap<String, Profile>();
    destinations
        .profiles()
        .forEach(
            (name, profile) -> {
              var files = settings.files().getOrDefault(name, List.of());
              if (files.stream().anyMatch(kind -> kind.hasRemoves(profile))) {
                keepers.put(name, profile);
              }
            });
    WithdrawalQueries.forgetSent(tx, customerKeys, keepers.keySet());
    WithdrawalQueries.keepIdentifiers(tx, customerKeys, keepers);
  }

  @Override
  public Withdrawn withdraw() {
    var withdrawn = new TreeSet<String>();
    var problems = new HashMap<String, String>();
    try (var upload = new ExtractUpload(home, settings, clock)) {
      for (var row : WithdrawalQueries.open(db)) {
        var where = row.getDestination() + " " + row.getPlace();
        // a place that is away is not tried for each audience
        var problem =
            problems.containsKey(where) ? problems.get(where) : withdraw(upload, row, withdrawn);
        if (problem != null) {
          problems.put(where, problem);
          WithdrawalQueries.failed(row, problem);
        }
      }
    }
    return new Withdrawn(withdrawn, pending());
  }

  /** Returns the problem; null where there is none. */
  private @Nullable String withdraw(
      ExtractUpload upload, WithdrawalsRecord row, Set<String> withdrawn) {
    var problem = Purge.problem(row.getDestination(), row.getPlace(), settings);
    if (problem != null) {
      return problem;
    }
    if (settings.delivery(row.getDestination()).takesBatches()) {
      return withdrawFromBatches(row);
    }
    var connection = upload.connection(row.getDestination());
    var present = audit.present(db, row.getDestination(), row.getPlace(), row.getAudience());
    var isGoing = present.stream().collect(Collectors.partitioningBy(each -> isMeant(row, each)));
    try {
      withdraw(connection, row, isGoing, withdrawn);
    } catch (DeliveryFailed e) {
      return e.getMessage();
    }
    db.transaction(
        tx -> {
          audit.withdrawn(tx.dsl(), isGoing.get(true));
          tx.dsl().executeDelete(row);
        });
    return null;
  }

  /** There is no file to withdraw: the next delivery removes the erased person. */
  private @Nullable String withdrawFromBatches(WithdrawalsRecord row) {
    if (WithdrawalQueries.hasErased(db, row)) {
      return "the next delivery removes the person there";
    }
    db.executeDelete(row);
    return null;
  }

  private static boolean isMeant(WithdrawalsRecord row, ExportsRecord file) {
    return file.getExportId() <= row.getLastExportId()
        && isBetween(file.getNight(), row.getFirstNight(), row.getLastNight());
  }

  /**
   * Removes what the audit says is there, whatever the layout was then, and before that what lies
   * in the folders of today's layout: the delivery of a file can have broken before it was noted.
   *
   * @param isGoing the files of the audit: those that are meant, and those that stay
   */
  private void withdraw(
      DestinationConnection connection,
      WithdrawalsRecord row,
      Map<Boolean, List<ExportsRecord>> isGoing,
      Set<String> withdrawn)
      throws DeliveryFailed {
    var stays = isGoing.get(false).stream().map(ExportsRecord::getPath).toList();
    var removed = new HashSet<String>();
    var emptied = new TreeSet<String>();
    var profile = destinations.profile(row.getDestination());
    if (profile.isPresent()) {
      for (var night : WithdrawalQueries.nights(db, row)) {
        var names = settings.names(profile.get(), row.getDestination(), row.getAudience(), night);
        if (removed.addAll(connection.withdraw(names.incoming(stays)))) {
          withdrawn.add(names.outbox().toString());
        }
        if (profile.get().layout().hasFolderOfNight()) {
          emptied.add(names.folder());
        }
        if (names.hasCopy()) {
          removed.addAll(connection.withdraw(names.copies(stays)));
        }
      }
    }
    for (var file : isGoing.get(true)) {
      if (!removed.contains(file.getPath())) {
        connection.remove(file.getPath());
        withdrawn.add(
            new Outbox(Path.of(""))
                .extract(file.getDestination(), file.getAudience(), file.getNight())
                .path()
                .toString());
      }
    }
    for (var folder : emptied) {
      connection.leave(folder);
    }
  }

  @Override
  public List<Pending> pending() {
    return WithdrawalQueries.open(db).stream()
        .map(
            row ->
                new Pending(
                    row.getDestination(),
                    row.getPlace(),
                    row.getAudience(),
                    row.getFirstNight(),
                    row.getLastNight(),
                    row.getExtracts(),
                    row.getProblem()))
        .toList();
  }
}
