package dev.nightjar.operations;

import dev.nightjar.home.Vocabulary;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A gate. It has one of measure, sql-number and sql-rows.
 *
 * @param measure what it measures
 * @param sqlNumber a query that returns one number; {@code :night} is the business date
 * @param sqlRows a query for offending rows, whose number is measured; {@code :night} is the
 *     business date
 * @param of the source, segment or audience that it measures; all of them by default
 * @param history number of earlier nights that the value is compared with
 * @param minHistory number of earlier nights that are needed to compare with
 * @param from number of rows or customers from which it judges; of a few, a share says little
 * @param warnIf values at which the night ends with a warning
 * @param errorIf values at which the night stops and waits for an approval
 */
record GateSettings(
    @Nullable Measure measure,
    @Nullable String sqlNumber,
    @Nullable String sqlRows,
    @Nullable String of,
    @DefaultValue("8") @Min(1) int history,
    @DefaultValue("4") @Min(1) int minHistory,
    @DefaultValue("100") @Min(0) long from,
    @DefaultValue Bounds warnIf,
    @DefaultValue Bounds errorIf) {

  /** One line per violated condition, beginning with its key. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    long questions = Stream.of(measure, sqlNumber, sqlRows).filter(Objects::nonNull).count();
    if (questions != 1) {
      problems.add("measure: exactly one of measure, sql-number and sql-rows is needed");
    }
    if (warnIf.isEmpty() && errorIf.isEmpty()) {
      problems.add("warn-if: warn-if or error-if is needed, such as {below: 0.5}");
    }
    if (minHistory > history) {
      problems.add("min-history: is %d, above history, which is %d".formatted(minHistory, history));
    }
    if (of != null && measure != null && measure.subject() == null) {
      problems.add("of: %s measures the whole night; leave it out".formatted(measure.key()));
    }
    if (of != null && measure == null) {
      problems.add("of: is for measures; SQL chooses its rows itself");
    }
    addSql(problems, "sql-number", sqlNumber);
    addSql(problems, "sql-rows", sqlRows);
    return problems;
  }

  /** Of several statements, only the first would be read only. */
  private static void addSql(List<String> problems, String key, @Nullable String sql) {
    if (sql == null) {
      return;
    }
    if (sql.isBlank()) {
      problems.add(key + ": is empty");
    } else if (sql.strip().replaceAll(";$", "").contains(";")) {
      problems.add(key + ": contains a semicolon; write one query, and chr(59) for the character");
    }
  }

  /** One line if the source or segment is not in the settings. */
  List<String> problems(Vocabulary vocabulary) {
    if (of == null || measure == null || measure.subject() == null) {
      return List.of();
    }
    Set<String> known =
        switch (measure.subject()) {
          case SOURCE -> vocabulary.feeds().keySet();
          case SEGMENT -> vocabulary.segments();
          case AUDIENCE -> Set.of(); // segments are audiences where none is declared
        };
    return known.isEmpty() || known.contains(of)
        ? List.of()
        : List.of("of: %s is not in the settings%s".formatted(of, Vocabulary.like(of, known)));
  }

  /** Whether it measures something. */
  boolean isOf(String subject) {
    return of == null || of.equals(subject);
  }
}
