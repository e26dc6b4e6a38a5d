package dev.nightjar.oracles;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import tools.jackson.databind.JsonNode;

/**
 * The orders of the R package rfm, with the package's scores and segments.
 *
 * @param map the segment map: of the package as it is, or as it was
 */
record RPackage(String map) implements Oracle {
  static final String ORDERS = "data/rfm_data_orders.csv";
  static final String SCORED = "oracles/rfm_orders_scored_995.csv";
  private static final String CURRENT = "r-rfm-current";

  /** From the lowest score to the highest. */
  private static final Map<Field<Integer>, List<Integer>> CUSTOMERS_BY_SCORE = histograms();

  @Override
  public String name() {
    return map;
  }

  @Override
  public String data() {
    return "R package rfm";
  }

  @Override
  public String publication() {
    return "R package rfm, rfm_table_order() and rfm_segment() of rfm_data_orders";
  }

  @Override
  public LocalDate date() {
    return LocalDate.parse("2006-12-31");
  }

  @Override
  public List<String> settings() {
    var source =
        List.of(
            "feed=orders",
            "files=oracle-r-orders.csv",
            "columns.customer=customer_id",
            "columns.ordered-at=order_date",
            "columns.total=revenue",
            "date-format=yyyy-MM-dd");
    return OracleSettings.of(
        source, "rfm.rule=r-rfm", "rfm.frequency.counts=lines", "segments.map=" + map);
  }

  @Override
  public Map<String, byte[]> files(Path folder) {
    return Map.of("oracle-r-orders.csv", new PublishedFolder(folder).bytes(ORDERS));
  }

  @Override
  public Findings check(Path folder, DSLContext db) {
    var published = new PublishedFolder(folder);
    var counts = published.counts().get("rfm_data_orders@2006-12-31");
    var claims = new ArrayList<Claim>();
    if (map.equals(CURRENT)) {
      claims.addAll(customers(published));
      claims.addAll(scoring(counts.get("cuts")));
    }
    claims.addAll(segments(counts.get(map)));
    claims.addAll(totals(counts));
    return Findings.of(db, claims);
  }

  private static List<Claim> customers(PublishedFolder published) {
    var rows = published.csv(SCORED);
    var columns = new LinkedHashMap<String, Field<?>>();
    columns.put("recency_days", SCORES.RECENCY_DAYS);
    columns.put("transaction_count", SCORES.FREQUENCY);
    columns.put("amount", SCORES.MONETARY);
    columns.put("r", SCORES.R_SCORE);
    columns.put("f", SCORES.F_SCORE);
    columns.put("m", SCORES.M_SCORE);
    var claims = new ArrayList<Claim>();
    columns.forEach(
        (column, field) ->
            claims.add(
                new Claim(
                    column,
                    PublishedFolder.numbers(rows, row -> row.getField("customer_id"), column),
                    NightValues.byCustomer(field))));
    var segments =
        rows.stream().collect(toMap(row -> row.getField(0), row -> row.getField("segment")));
    claims.add(new Claim("segment", segments, NightValues.byCustomer(MEMBERSHIPS.SEGMENT)));
    return claims;
  }

  private static List<Claim> scoring(JsonNode cuts) {
    var claims = new ArrayList<Claim>();
    var metrics = Map.of("R", "recency", "F", "frequency", "M", "monetary");
    metrics.forEach(
        (letter, metric) -> {
          var values = cuts.get(letter).valueStream().map(JsonNode::decimalValue).toList();
          claims.add(
              new Claim(
                  "cut points of " + metric, byPosition(values), NightValues.cutPoints(metric)));
        });
    CUSTOMERS_BY_SCORE.forEach(
        (score, customers) ->
            claims.add(
                new Claim(
                    "customers by " + score.getName(),
                    byPosition(customers),
                    NightValues.byScore(score))));
    return claims;
  }

  private static List<Claim> segments(JsonNode published) {
    var figures = new LinkedHashMap<String, Field<?>>();
    figures.put("customers by segment", count());
    figures.put("orders by segment", sum(SCORES.ORDERS_COUNT));
    figures.put("revenue by segment", sum(SCORES.NET_VALUE));
    var claims = new ArrayList<Claim>();
    figures.forEach(
        (what, aggregate) -> {
          int place = claims.size();
          var values = PublishedFolder.numbers(published, segment -> segment.get(place));
          claims.add(new Claim(what, values, NightValues.bySegment(aggregate)));
        });
    return claims;
  }

  private static List<Claim> totals(JsonNode counts) {
    var totals =
        Map.of(
            "customers", count(),
            "orders", sum(SCORES.ORDERS_COUNT),
            "revenue", sum(SCORES.NET_VALUE));
    var claims = new ArrayList<Claim>();
    totals.forEach(
        (name, aggregate) -> {
          BigDecimal value = counts.get(name).decimalValue();
          claims.add(new Claim(name, Map.of(name, value), NightValues.overAll(name, aggregate)));
        });
    return claims;
  }

  private static Map<String, Number> byPosition(List<? extends Number> values) {
    var byPosition = new LinkedHashMap<String, Number>();
    values.forEach(value -> byPosition.put(String.valueOf(byPosition.size() + 1), value));
    return byPosition;
  }

  private static Map<Field<Integer>, List<Integer>> histograms() {
    var histograms = new LinkedHashMap<Field<Integer>, List<Integer>>();
    histograms.put(SCORES.R_SCORE, List.of(197, 200, 199, 199, 200));
    histograms.put(SCORES.F_SCORE, List.of(268, 187, 176, 244, 120));
    histograms.put(SCORES.M_SCORE, List.of(200, 200, 198, 202, 195));
    return histograms;
  }
}
