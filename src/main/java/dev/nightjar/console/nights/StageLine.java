package dev.nightjar.console.nights;

import dev.nightjar.pipeline.Ledger.StageEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a night, as a page shows it.
 *
 * @param state finished, running, failed, interrupted or waiting
 * @param took null for a stage that has not started, or whose end nobody saw
 * @param usual median of the nights before; null without one
 * @param in rows that it got; null if it does not count them
 * @param out rows that it made; null if it does not count them
 * @param rejected rows that it rejected or left out; null if it rejects none
 * @param says its line in the report; null unless finished
 */
record StageLine(
    String stage,
    String state,
    @Nullable Duration took,
    @Nullable Duration usual,
    @Nullable Long in,
    @Nullable Long out,
    @Nullable Long rejected,
    @Nullable String says) {
  private static final String RUNNING = "running";

  /** How many rows went in and out, by the counts of a stage; others count the customers. */
  private static final Map<String, List<String>> ROWS =
      Map.of(
          "ingest", List.of("lines-read", "lines-loaded"),
          "orders", List.of("lines", "kept"),
          "audiences", List.of("members", "published"));

  /**
   * The stages of a night: those that started, and those that nights before had after them.
   *
   * @param usual medians by stage, in their order
   * @param nightState state of the night
   */
  static List<StageLine> of(
      List<StageEntry> started, Map<String, Duration> usual, String nightState, Clock clock) {
    var lines = new ArrayList<StageLine>();
    started.forEach(each -> lines.add(of(each, usual.get(each.stage()), nightState, clock)));
    usual.forEach(
        (stage, median) -> {
          if (started.stream().noneMatch(each -> each.stage().equals(stage))) {
            lines.add(new StageLine(stage, "waiting", null, median, null, null, null, null));
          }
        });
    return lines;
  }

  private static StageLine of(
      StageEntry entry, @Nullable Duration usual, String nightState, Clock clock) {
    var state = entry.status().equals(RUNNING) ? nightState : entry.status();
    var end =
        entry.finishedAt() == null && state.equals(RUNNING)
            ? OffsetDateTime.now(clock)
            : entry.finishedAt();
    var names = ROWS.get(entry.stage());
    var in = count(entry, names == null ? "" : names.get(0));
    var out = count(entry, names == null ? "customers" : names.get(1));
    return new StageLine(
        entry.stage(),
        state,
        end == null ? null : Duration.between(entry.startedAt(), end),
        usual,
        in.orElse(null),
        out.orElse(null),
        in.isPresent() ? in.get() - out.orElse(0L) : null,
        entry.failureCode() == null ? entry.summary() : null);
  }

  private static Optional<Long> count(StageEntry entry, String name) {
    return Optional.ofNullable(entry.counts().get(name));
  }

  /** The class of the state in the style. */
  public String style() {
    return switch (state) {
      case "finished" -> "good";
      case "failed", "interrupted" -> "bad";
      default -> state.equals(RUNNING) ? "accented" : "faint";
    };
  }

  /** Its duration in percent of the usual one; null if one of them is not known or too short. */
  public @Nullable Long percent() {
    return took == null || usual == null || usual.toMillis() < 1000
        ? null
        : Math.round(100.0 * took.toMillis() / usual.toMillis());
  }
}
