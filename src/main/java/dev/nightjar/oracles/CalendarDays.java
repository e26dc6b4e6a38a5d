package dev.nightjar.oracles;

import static dev.nightjar.db.rfm.Tables.SCORES;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Recency, frequency and monetary of Online Retail, by calendar days. */
final class CalendarDays implements Oracle {
  static final String CUSTOMERS = "oracles/online_retail_whitehorse_rfm_4338.csv";

  @Override
  public String name() {
    return "retail-calendar-days";
  }

  @Override
  public String data() {
    return "Online Retail";
  }

  @Override
  public String publication() {
    return "an independent public project (Whitehorse): R, F and M of 4,338 customers";
  }

  @Override
  public LocalDate date() {
    return LocalDate.parse("2011-12-09");
  }

  @Override
  public List<String> settings() {
    return OracleSettings.of(OnlineRetail.source("free-lines=leave-out"));
  }

  @Override
  public Map<String, byte[]> files(Path folder) {
    return OnlineRetail.files(folder);
  }

  @Override
  public Findings check(Path folder, DSLContext db) {
    var rows = new PublishedFolder(folder).csv(CUSTOMERS);
    // the publication read the numbers of customers as fractions
    Function<NamedCsvRecord, String> customer =
        row -> new BigDecimal(row.getField("CustomerID")).toBigInteger().toString();
    var claims =
        List.of(
            new Claim(
                "recency",
                PublishedFolder.numbers(rows, customer, "Recency"),
                NightValues.byCustomer(SCORES.RECENCY_DAYS)),
            new Claim(
                "frequency",
                PublishedFolder.numbers(rows, customer, "Frequency"),
                NightValues.byCustomer(SCORES.FREQUENCY)),
            new Claim(
                "monetary",
                PublishedFolder.numbers(rows, customer, "Monetary"),
                NightValues.byCustomer(SCORES.NET_VALUE)));
    return Findings.of(db, claims);
  }
}
