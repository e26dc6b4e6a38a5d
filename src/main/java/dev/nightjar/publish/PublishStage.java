package dev.nightjar.publish;

import static dev.nightjar.db.publish.Tables.EXTRACTS;

import dev.nightjar.destinations.Destinations;
import dev.nightjar.pipeline.FailureCode;
import dev.nightjar.pipeline.Home;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageFailed;
import dev.nightjar.pipeline.StageReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    db.transaction(transaction -> queries.swap(transaction.dsl(), now()));
    var outbox = home.resolve(settings.outbox());
    var writer = new ExtractWriter(night, outbox, settings.destination(), destinations, queries);
    long extracts = 0;
    long lines = 0;
    var exports = new Exports(settings, clock);
    try (var delivery = new Delivery(home, settings)) {
      for (var audience : queries.audiences(db)) {
        var extract = writer.write(db, audience);
        exports.delivered(db, night, delivery.deliver(extract));
        note(night, audience.name(), extract);
        extracts++;
        lines += extract.lines();
      }
    } catch (DeliveryFailed e) {
      throw new StageFailed(FailureCode.DELIVERY_FAILED, night, e.getMessage(), e);
    }
    var purged = new Purge(db, home, settings, clock).purge(night.date(), false);
    return new StageReport(
        "%d checks passed; %d extracts with %,d customers in %s%s"
            .formatted(checks, extracts, lines, where(), Purge.story(purged)),
        Map.of("checks", (long) checks, "extracts", extracts, "customers", lines));
  }

  private void note(Night night, String audience, Extract extract) {
    db.insertInto(EXTRACTS)
        .set(EXTRACTS.NIGHT, night.date())
        .set(EXTRACTS.DESTINATION, settings.destination())
        .set(EXTRACTS.AUDIENCE, audience)
        .set(EXTRACTS.PATH, extract.path().toString())
        .set(EXTRACTS.BYTES, extract.data().bytes())
        .set(EXTRACTS.LINES, extract.lines())
        .set(EXTRACTS.CONTENT_HASH, extract.hash())
        .set(EXTRACTS.DELIVERED_AT, now())
        .onConflict(EXTRACTS.NIGHT, EXTRACTS.DESTINATION, EXTRACTS.AUDIENCE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  private String where() {
    var place = Courier.place(settings.destination(), settings);
    return Path.of(place).equals(settings.folder())
        ? settings.folder().resolve(settings.destination()).toString()
        : place;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
