package dev.nightjar.oracles;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Customers with the same number of orders have the same score. */
final class EqualOrders implements Oracle {
  private static final String FILE = "oracle-equal-orders.csv";
  private static final String ORDERS =
      """
      id,date,value
      1,2025-01-01,10
      2,2025-01-08,20
      3,2025-01-15,30
      4,2025-01-22,40
      5,2025-01-29,50
      """;

  @Override
  public String name() {
    return "equal-orders";
  }

  @Override
  public String data() {
    return "5 customers";
  }

  @Override
  public String publication() {
    return "pandas.qcut keeps equal values together; ntile, in a published test, gives five scores";
  }

  @Override
  public LocalDate date() {
    return LocalDate.parse("2025-01-31");
  }

  @Override
  public List<String> settings() {
    return OracleSettings.ofTotals(FILE);
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
            new Claim("customers", Map.of("all", 5), NightValues.overAll("all", count())),
            new Claim(
                "scores of frequency",
                Map.of("all", 1),
                NightValues.overAll("all", countDistinct(SCORES.F_SCORE)))));
  }
}
