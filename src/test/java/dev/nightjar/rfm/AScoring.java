package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static java.util.stream.Collectors.joining;

import dev.nightjar.kit.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A night whose metrics are given, scored by settings in words. */
final class AScoring {
  private final TestDatabase database;
  private final LocalDate night;

  private AScoring(TestDatabase database, LocalDate night) {
    this.database = database;
    this.night = night;
  }

  static AScoring on(TestDatabase database, String night) {
    return new AScoring(database, LocalDate.parse(night));
  }

  /** Settings as {@code rule=fixed} or {@code recency.bins=3}, each over its default. */
  static RfmSettings settings(String... settings) {
    var values = new LinkedHashMap<String, String>();
    for (var each : settings) {
      values.put("rfm." + each.split("=", 2)[0], each.split("=", 2)[1]);
    }
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("rfm", RfmSettings.class);
  }

  /** Lets there be these customers and no others, each as {@code KEY RECENCY F M}. */
  AScoring with(String... customers) {
    return with(Stream.of(customers).map(each -> each.split(" ")).toList());
  }

  /** The same, split. */
  AScoring with(List<String[]> customers) {
    query(
        db -> {
          db.truncate(METRICS).execute();
          var insert = db.insertInto(METRICS, METRICS.fields());
          for (var cells : customers) {
            var lastOrderedOn = night.minusDays(Long.parseLong(cells[1]));
            insert =
                insert.values(
                    cells[0],
                    night,
                    null,
                    "scored",
                    lastOrderedOn,
                    lastOrderedOn,
                    1L,
                    BigDecimal.ONE,
                    Double.valueOf(cells[2]),
                    Double.valueOf(cells[3]));
          }
          return insert.execute();
        });
    return this;
  }

  /** Does something else first. */
  AScoring execute(String sql) {
    query(db -> db.execute(sql));
    return this;
  }

  /** Scores the night. */
  AScoring score(String... settings) {
    var scoring = scoring(settings);
    query(
        db -> {
          scoring.replaceCutPoints(db);
          scoring.replaceScores(db);
          return db;
        });
    return this;
  }

  /** The scores of the last night as {@code KEY:R-F-M}, in the order of the keys. */
  String scores() {
    return scores(SCORES.R_SCORE, SCORES.F_SCORE, SCORES.M_SCORE);
  }

  /** The same by the cut points of the night before. */
  String scoresBefore() {
    return scores(SCORES.R_BEFORE, SCORES.F_BEFORE, SCORES.M_BEFORE);
  }

  /** The scores that nobody can have by the last cut points. */
  Map<Metric, SortedSet<Integer>> impossible() {
    return query(db -> scoring().impossible(db));
  }

  /** Scores begin with 1, or with the number behind {@code lowest=}. */
  private Scoring scoring(String... settings) {
    int lowest =
        Stream.of(settings)
            .filter(each -> each.startsWith("lowest="))
            .mapToInt(each -> Integer.parseInt(each.substring("lowest=".length())))
            .findFirst()
            .orElse(1);
    var numbers = new EnumMap<Metric, Integer>(Metric.class);
    Stream.of(Metric.values()).forEach(metric -> numbers.put(metric, lowest));
    var read = settings(settings);
    return new Scoring(night, read, new Numbering(read.direction(), numbers));
  }

  /** The rows of a query, cells parted by a bar. */
  List<String> rows(String sql) {
    return query(
        db ->
            db.fetch(sql)
                .map(row -> Stream.of(row.intoArray()).map(String::valueOf).collect(joining("|"))));
  }

  private String scores(Field<Integer> r, Field<Integer> f, Field<Integer> m) {
    return query(
        db ->
            db
                .select(SCORES.CUSTOMER_KEY, r, f, m)
                .from(SCORES)
                .orderBy(SCORES.CUSTOMER_KEY.collate("C"))
                .fetch(
                    row ->
                        "%s:%s-%s-%s"
                            .formatted(row.value1(), row.value2(), row.value3(), row.value4()))
                .stream()
                .collect(joining(" ")));
  }

  private <T extends @Nullable Object> T query(Function<DSLContext, T> question) {
    try (var connection = database.connect()) {
      return question.apply(TestDatabase.on(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }
}
