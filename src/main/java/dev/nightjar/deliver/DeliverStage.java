package dev.nightjar.deliver;

import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.names.LayoutCheck;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageFailed;
import dev.nightjar.pipeline.StagePath;
import dev.nightjar.pipeline.StageReport;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import dev.nightjar.ports.ExtractWithdrawals.Withdrawn;
import dev.nightjar.ports.GuardedDeliveries;
import dev.nightjar.ports.NightReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Writes the extracts of the published night, delivers them, writes the report, and removes
 * extracts that expired or contain an erased person.
 */
@Component
public class DeliverStage implements Stage, GuardedDeliveries {
  private final DSLContext db;
  private final Home home;
  private final DeliverSettings settings;
  private final Destinations destinations;
  private final Clock clock;
  private final NightReport report;

  DeliverStage(
      DSLContext db,
      Home home,
      DeliverSettings settings,
      Destinations destinations,
      Clock clock,
      NightReport report) {
    this.db = db;
    this.home = home;
    this.settings = settings;
    this.destinations = destinations;
    this.clock = clock;
    this.report = report;
  }

  @Override
  public String name() {
    return "deliver";
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<>(destinations.problems());
    problems.addAll(DestinationConnection.problems(home, settings));
    problems.addAll(namelessRemoves());
    problems.addAll(batchProblems());
    problems.addAll(new LayoutCheck().problems(uses()));
    return problems;
  }

  @Override
  public List<StagePath> paths() {
    var paths = new ArrayList<>(DestinationConnection.paths(home, settings));
    paths.addAll(destinations.paths());
    return paths;
  }

  /** Every audience at each of its destinations. */
  private List<LayoutCheck.Use> uses() {
    var uses = new ArrayList<LayoutCheck.Use>();
    new TreeMap<>(destinations.audiences())
        .forEach(
            (audience, named) ->
                (named.isEmpty() ? List.of(settings.destination()) : named)
                    .forEach(
                        name ->
                            destinations
                                .profile(name)
                                .map(profile -> settings.of(profile, name, audience))
                                .map(profile -> use(name, audience, profile))
                                .ifPresent(uses::add)));
    return uses;
  }

  private LayoutCheck.Use use(String name, String audience, Profile profile) {
    var kinds = settings.files().getOrDefault(name, List.of(FileKind.FULL));
    return new LayoutCheck.Use(
        name,
        audience,
        DestinationConnection.place(name, settings),
        kinds.stream().map(FileKind::toString).toList(),
        profile.layout(),
        profile.extension());
  }

  private List<String> batchProblems() {
    var problems = new ArrayList<String>();
    new TreeMap<>(settings.deliveries())
        .forEach(
            (name, delivery) -> {
              var profile = destinations.profile(name);
              if (delivery.takesBatches() && profile.isPresent()) {
                var kinds = settings.files().getOrDefault(name, List.of(FileKind.FULL));
                problems.addAll(delivery.batchProblems(name, kinds, profile.get()));
                problems.addAll(delivery.listProblems(name, audiencesOf(name)));
              }
            });
    return problems;
  }

  private List<String> audiencesOf(String destination) {
    return uses().stream()
        .filter(use -> use.destination().equals(destination))
        .map(LayoutCheck.Use::audience)
        .toList();
  }

  /** Nobody could be found by a remove that holds no identifier. */
  private List<String> namelessRemoves() {
    return settings.files().entrySet().stream()
        .filter(
            each ->
                destinations
                    .profile(each.getKey())
                    .filter(profile -> profile.identifiers().isEmpty())
                    .filter(
                        profile ->
                            each.getValue().stream().anyMatch(kind -> kind.hasRemoves(profile)))
                    .isPresent())
        .map(Map.Entry::getKey)
        .map(
            name ->
                "deliver.files.%1$s: destinations.profiles.%1$s has no column by which people can be removed: customer-key, email or phone"
                    .formatted(name))
        .toList();
  }

  @Override
  public StageReport run(Night night) {
    // before the delivery: a destination that is away must not keep the others from it
    var withdrawals = new Withdrawals(db, home, settings, destinations, clock);
    var withdrawn = withdrawals.withdraw();
    var result = deliver(night);
    // what takes batches has lost the erased people by now
    var atLast = new Withdrawn(withdrawn.extracts(), withdrawals.pending());
    var purged = new Purge(db, home, settings, destinations, clock).purge(night.date(), false);
    return new StageReport(
        (new DeliverQueries(night).hasScores(db) ? "" : DeliveryRun.NOBODY + "; ")
            + result.summary(this::where)
            + Purge.story(purged)
            + atLast.summary(),
        result.counts());
  }

  /** Where the extracts of a destination are, for people. */
  private String where(String destination) {
    var place = DestinationConnection.place(destination, settings);
    return place.equals(settings.folder().toString())
        ? settings.folder().resolve(fixedFolder(destination)).normalize().toString()
        : place;
  }

  private String fixedFolder(String destination) {
    return destinations
        .profile(destination)
        .map(profile -> profile.layout().with(Map.of("destination", destination)).fixedFolder())
        .orElse(destination);
  }

  private DeliveryResult deliver(Night night) {
    DeliveryResult result;
    try (var upload = new ExtractUpload(home, settings, clock)) {
      var audiences = new DeliverQueries(night).audiences(db);
      result =
          deliveries(night)
              .send(audiences, (extract, profile) -> carry(night, extract, profile, upload));
    }
    // a failed delivery is part of the report
    report.write(night.date());
    if (result.cause() != null) {
      throw new StageFailed(FailureCode.DELIVERY_FAILED, night, result.failures(), result.cause());
    }
    return result;
  }

  private Extract carry(Night night, Extract extract, Profile profile, ExtractUpload upload)
      throws DeliveryFailed {
    var audit = new DeliveryAudit(settings, clock);
    if (extract.batches() == null) {
      audit.delivered(db, night, extract.names(), upload.deliver(extract));
      return extract;
    }
    var emptied =
        profile.columns().stream()
            .filter(Column::clears)
            .map(Column::header)
            .collect(Collectors.toSet());
    return extract.in(upload.send(extract, emptied, audit.batches(db, night)));
  }

  /**
   * Only finds what the extracts would change, and only in the newest night, the only one with
   * scores.
   */
  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    new DeliveryLedger(night).forgetChanges(transaction);
    if (new DeliverQueries(night).hasScores(transaction)) {
      deliveries(night).rehearse(transaction, new DeliverQueries(night).audiences(transaction));
    }
    return new StageReport("changes found", Map.of());
  }

  @Override
  public String removeRefused(Night night) {
    var withdrawals = new Withdrawals(db, home, settings, destinations, clock);
    var withdrawn = withdrawals.withdraw();
    var waiting = new Night(night.date(), DeliveryLedger.REFUSALS_ONLY);
    DeliveryResult result;
    try (var upload = new ExtractUpload(home, settings, clock)) {
      var audiences = new DeliverQueries(night).audiences(db);
      result =
          deliveries(waiting)
              .sendRefusals(
                  audiences, (extract, profile) -> carry(night, extract, profile, upload));
    }
    return result.removals() + new Withdrawn(withdrawn.extracts(), withdrawals.pending()).summary();
  }

  @Override
  public List<Stop> foresee(DSLContext transaction, Night night) {
    var found = new ArrayList<Stop>();
    try {
      transaction.transaction(
          savepoint -> {
            rehearse(savepoint.dsl(), night);
            found.addAll(new DeliveryLedger(night).stops(savepoint.dsl()));
            throw new Undone();
          });
    } catch (Undone expected) {
      return found;
    }
    throw new IllegalStateException("a preview of the delivery was committed");
  }

  /** Rolls a preview back. */
  private static final class Undone extends RuntimeException {
    private Undone() {
      super(null, null, false, false);
    }
  }

  @Override
  public List<Failure> warnings(Night night) {
    return Stop.lines(new DeliveryLedger(night).stops(db)).stream()
        .map(line -> new Failure(FailureCode.CHANGES_WAIT, line))
        .toList();
  }

  private DeliveryRun deliveries(Night night) {
    var writer =
        new ExtractWriter(
            night, home.resolve(settings.outbox()), destinations, new DeliverQueries(night));
    return new DeliveryRun(db, night, settings, destinations, clock, writer);
  }
}
