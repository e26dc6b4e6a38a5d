package dev.nightjar.publish;

import static dev.nightjar.db.rfm.Tables.SCORES;

import dev.nightjar.destinations.Destinations;
import dev.nightjar.pipeline.FailureCode;
import dev.nightjar.pipeline.Home;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageFailed;
import dev.nightjar.pipeline.StageReport;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Audits the night, swaps what is published, and delivers the extracts. */
@Component
public class PublishStage implements Stage {
  private final DSLContext db;
  private final Home home;
  private final PublishSettings settings;
  private final Destinations destinations;
  private final Clock clock;

  PublishStage(
      DSLContext db, Home home, PublishSettings settings, Destinations destinations, Clock clock) {
    this.db = db;
    this.home = home;
    this.settings = settings;
    this.destinations = destinations;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<>(destinations.problems());
    problems.addAll(Courier.problems(home, settings));
    return problems;
  }

  @Override
  public StageReport run(Night night) {
    var queries = new PublishQueries(night);
    int checks = new Audit(db).pass(night);
    db.transaction(transaction -> queries.swap(transaction.dsl(), OffsetDateTime.now(clock)));
    var dispatched = dispatch(night, queries);
    var purged = new Purge(db, home, settings, clock).purge(night.date(), false);
    var counts = new TreeMap<>(dispatched.counts());
    counts.put("checks", (long) checks);
    return new StageReport(
        "%d checks passed; %s%s"
            .formatted(checks, dispatched.summary(this::where), Purge.story(purged)),
        counts);
  }

  /** Where the extracts of a destination are, for people. */
  private String where(String destination) {
    var place = Courier.place(destination, settings);
    return place.equals(settings.folder().toString())
        ? settings.folder().resolve(destination).toString()
        : place;
  }

  private Dispatched dispatch(Night night, PublishQueries queries) {
    Dispatched dispatched;
    try (var delivery = new Delivery(home, settings)) {
      dispatched =
          sending(night, queries)
              .send(queries.audiences(db), extract -> carry(night, extract, delivery));
    }
    if (dispatched.cause() != null) {
      throw new StageFailed(
          FailureCode.DELIVERY_FAILED, night, dispatched.failures(), dispatched.cause());
    }
    return dispatched;
  }

  private void carry(Night night, Extract extract, Delivery delivery) throws DeliveryFailed {
    new Exports(settings, clock).delivered(db, night, delivery.deliver(extract));
  }

  /**
   * Only what the extracts would change is found, and of no night but the newest, the only one that
   * scores are kept of; the published tables stay as they are.
   */
  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    var queries = new PublishQueries(night);
    if (transaction.fetchExists(SCORES, SCORES.NIGHT.eq(night.date()))) {
      sending(night, queries).rehearse(transaction, queries.audiences(transaction));
    }
    return new StageReport("changes found", Map.of());
  }

  private Dispatch sending(Night night, PublishQueries queries) {
    var writer = new ExtractWriter(night, home.resolve(settings.outbox()), destinations, queries);
    return new Dispatch(db, night, settings, destinations, clock, writer);
  }
}
