package dev.nightjar.oracles;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The example of PyMC-Marketing's tests: days with an order, and the mean value of a day. */
final class HandMade implements Oracle {
  private static final String FILE = "oracle-hand-made.csv";
  private static final String ORDERS =
      """
      id,date,value
      1,2015-01-01,1
      1,2015-02-06,2
      2,2015-01-01,2
      3,2015-01-01,3
      3,2015-01-02,1
      3,2015-01-05,5
      4,2015-01-16,6
      4,2015-02-02,3
      4,2015-02-05,3
      4,2015-02-05,6
      5,2015-01-16,3
      5,2015-01-17,1
      5,2015-01-18,8
      6,2015-02-02,5
      """;

  /** Frequency, recency and monetary by customer. */
  private static final Map<String, List<String>> PUBLISHED =
      Map.of(
          "1", List.of("2", "1", "1.5"),
          "2", List.of("1", "37", "2"),
          "3", List.of("3", "33", "3"),
          "4", List.of("3", "2", "6"),
          "5", List.of("3", "20", "4"),
          "6", List.of("1", "5", "5"));

  @Override
  public String name() {
    return "hand-made";
  }

  @Override
  public String data() {
    return "14 orders";
  }

  @Override
  public String publication() {
    return "PyMC-Marketing, tests of clv.utils.rfm_summary(include_first_transaction=True)";
  }

  @Override
  public LocalDate date() {
    return LocalDate.parse("2015-02-07");
  }

  @Override
  public List<String> settings() {
    return OracleSettings.ofTotals(
        FILE, "rfm.frequency.counts=days", "rfm.monetary.value=mean-order");
  }

  @Override
  public Map<String, byte[]> files(Path folder) {
    return Map.of(FILE, ORDERS.getBytes(UTF_8));
  }

  @Override
  public Findings check(Path folder, DSLContext db) {
    return Findings.of(
        db,
        List.of(
            new Claim("frequency", published(0), NightValues.byCustomer(SCORES.FREQUENCY)),
            new Claim("recency", published(1), NightValues.byCustomer(SCORES.RECENCY_DAYS)),
            new Claim("monetary", published(2), NightValues.byCustomer(SCORES.MONETARY))));
  }

  private static Map<String, BigDecimal> published(int place) {
    var values = new LinkedHashMap<String, BigDecimal>();
    PUBLISHED.forEach((customer, row) -> values.put(customer, new BigDecimal(row.get(place))));
    return values;
  }
}
