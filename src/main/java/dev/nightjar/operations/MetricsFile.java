package dev.nightjar.operations;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.operations.Tables.GATE_RESULTS;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.views.PendingApprovals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the figures of the newest night for Prometheus. */
@Component
public class MetricsFile {
  private static final double MILLIS = 1e3;

  private final DSLContext db;
  private final Ledger ledger;
  private final @Nullable Path file;

  MetricsFile(DSLContext db, Ledger ledger, MetricsSettings settings, Home home) {
    this.db = db;
    this.ledger = ledger;
    this.file = settings.file() == null ? null : home.resolve(settings.file());
  }

  /** Replaces the file, if the settings name one. */
  public void write() {
    if (file == null) {
      return;
    }
    try {
      var target = file.toAbsolutePath();
      if (!Files.isDirectory(target.getParent())) {
        PrivateFiles.makeFolders(target.getParent());
      }
      var part = target.resolveSibling(target.getFileName() + ".part");
      Files.writeString(part, text(), StandardCharsets.UTF_8);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The figures as they are now, in the text format of Prometheus. */
  public String text() {
    var lines = new ArrayList<String>();
    metrics().forEach(metric -> lines.addAll(metric.lines()));
    return String.join("\n", lines) + "\n";
  }

  /** Every gauge, some without a value. */
  List<Metric> metrics() {
    var metrics = new ArrayList<Metric>();
    addNights(metrics);
    ledger.newest().ifPresent(newest -> addFigures(metrics, newest.night()));
    metrics.add(
        Metric.of("nightjar_changes_waiting", "Changes that wait for an approval.")
            .with(Map.of(), PendingApprovals.of(db).open().size()));
    metrics.add(
        Metric.of("nightjar_database_size_bytes", "Size of the database.")
            .with(
                Map.of(),
                db.select(field("pg_database_size(current_database())", Long.class))
                    .fetchSingle()
                    .value1()));
    return metrics;
  }

  private void addNights(List<Metric> metrics) {
    var finished =
        Metric.of(
            "nightjar_night_finished_timestamp_seconds", "When the last finished night finished.");
    var date =
        Metric.of(
            "nightjar_night_business_date_timestamp_seconds",
            "Business date of the newest finished night.");
    var unfinished =
        Metric.of("nightjar_nights_unfinished", "Nights that were started and are not finished.");
    var nights = ledger.nights();
    nights.stream()
        .filter(each -> each.finishedAt() != null)
        .mapToLong(each -> each.finishedAt().toEpochSecond())
        .max()
        .ifPresent(second -> finished.with(Map.of(), second));
    nights.stream()
        .filter(each -> each.finishedAt() != null)
        .findFirst()
        .ifPresent(
            each -> date.with(Map.of(), each.night().atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
    unfinished.with(Map.of(), nights.stream().filter(each -> each.finishedAt() == null).count());
    metrics.addAll(List.of(finished, date, unfinished));
    var duration = Metric.of("nightjar_stage_duration_seconds", "Duration of a stage.");
    ledger
        .newest()
        .ifPresent(
            newest ->
                ledger.stages(newest.asNight()).stream()
                    .filter(stage -> stage.finishedAt() != null)
                    .forEach(
                        stage ->
                            duration.with(
                                Map.of("stage", stage.stage()),
                                Duration.between(stage.startedAt(), stage.finishedAt()).toMillis()
                                    / MILLIS)));
    metrics.add(duration);
  }

  private void addFigures(List<Metric> metrics, LocalDate night) {
    var read = Metric.of("nightjar_lines_read", "Lines read from the files of the night.");
    var rejected = Metric.of("nightjar_lines_rejected", "Lines of them that were rejected.");
    db.select(FILES.SOURCE, sum(FILES.LINES_READ), sum(FILES.LINES_REJECTED))
        .from(FILES)
        .where(FILES.NIGHT.eq(night), FILES.VERDICT.eq("loaded"))
        .groupBy(FILES.SOURCE)
        .orderBy(FILES.SOURCE)
        .forEach(
            row -> {
              read.with(Map.of("source", row.value1()), row.value2().doubleValue());
              rejected.with(Map.of("source", row.value1()), row.value3().doubleValue());
            });
    var customers = Metric.of("nightjar_segment_customers", "Customers in a segment.");
    db.select(PROFILES.SEGMENT, PROFILES.CUSTOMERS)
        .from(PROFILES)
        .where(PROFILES.NIGHT.eq(night))
        .orderBy(PROFILES.SEGMENT)
        .forEach(row -> customers.with(Map.of("segment", row.value1()), row.value2()));
    var published =
        Metric.of("nightjar_audience_customers", "Customers of an audience who may be reached.");
    db.select(AUDIENCES.AUDIENCE, AUDIENCES.PUBLISHED)
        .from(AUDIENCES)
        .where(AUDIENCES.NIGHT.eq(night))
        .orderBy(AUDIENCES.POSITION)
        .forEach(row -> published.with(Map.of("audience", row.value1()), row.value2()));
    var verdicts =
        Metric.of("nightjar_gate_results", "Results of checks and gates, by their verdict.");
    db.select(GATE_RESULTS.VERDICT, count())
        .from(GATE_RESULTS)
        .where(GATE_RESULTS.NIGHT.eq(night))
        .groupBy(GATE_RESULTS.VERDICT)
        .orderBy(GATE_RESULTS.VERDICT)
        .forEach(row -> verdicts.with(Map.of("verdict", row.value1()), row.value2()));
    metrics.addAll(List.of(read, rejected, customers, published, verdicts));
  }
}
