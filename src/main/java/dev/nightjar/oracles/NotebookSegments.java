package dev.nightjar.oracles;

import static org.jooq.impl.DSL.count;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/**
 * The ten segments that public notebooks find in Online Retail. They leave out cancelled lines and
 * lines without a quantity, and keep free lines: one customer has nothing else.
 */
final class NotebookSegments implements Oracle {
  @Override
  public String name() {
    return "notebook-segments";
  }

  @Override
  public String data() {
    return "Online Retail";
  }

  @Override
  public String publication() {
    return "a public notebook, and recomputed: ten segments of 4,339 customers;"
        + " published-counts.json";
  }

  @Override
  public LocalDate date() {
    return LocalDate.parse("2011-12-11");
  }

  @Override
  public List<String> settings() {
    return OracleSettings.of(
        OnlineRetail.source("free-lines=count"),
        "rfm.frequency.rule=rank-first",
        "segments.map=rf-regex");
  }

  @Override
  public Map<String, byte[]> files(Path folder) {
    return OnlineRetail.files(folder);
  }

  @Override
  public Findings check(Path folder, DSLContext db) {
    var counts =
        new PublishedFolder(folder)
            .counts()
            .get("online_retail (one sheet, 2010-12..2011-12)")
            .get("2010-2011 today=2011-12-11T00:00");
    var published = PublishedFolder.numbers(counts, segment -> segment);
    var customers =
        counts.valueStream().map(JsonNode::decimalValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Findings.of(
        db,
        List.of(
            new Claim("customers by segment", published, NightValues.bySegment(count())),
            new Claim(
                "customers",
                Map.of("customers", customers),
                NightValues.overAll("customers", count()))));
  }
}
