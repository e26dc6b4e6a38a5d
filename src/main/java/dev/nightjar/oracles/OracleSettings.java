package dev.nightjar.oracles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The settings of every oracle's night, independent of the user's own. */
final class OracleSettings {
  private static final List<String> ALWAYS =
      List.of(
          "business.zone=UTC",
          "ingest.folder.min-age=0s",
          "rfm.rule=quantile",
          "rfm.bins=5",
          "rfm.window=all",
          "rfm.direction=n-is-best",
          "rfm.refit=nightly",
          "rfm.frequency.counts=orders",
          "rfm.monetary.value=sum",
          "segments.map=rfm-125");
  private static final List<String> METRICS = List.of("recency", "frequency", "monetary");

  private OracleSettings() {}

  /**
   * Settings of a night.
   *
   * @param source settings of the source, without its name
   * @param further settings that override those of every oracle
   */
  static List<String> of(List<String> source, String... further) {
    var all = new LinkedHashMap<String, String>();
    Stream.of(
            ALWAYS.stream(),
            source.stream().map(each -> "ingest.sources." + Oracle.SOURCE + "." + each),
            Stream.of(further))
        .flatMap(each -> each)
        .map(each -> each.split("=", 2))
        .forEach(each -> all.put(each[0], each[1]));
    for (var metric : METRICS) {
      all.putIfAbsent("rfm." + metric + ".rule", all.get("rfm.rule"));
      all.putIfAbsent("rfm." + metric + ".bins", all.get("rfm.bins"));
    }
    var settings = new ArrayList<String>();
    all.forEach((key, value) -> settings.add(key + "=" + value));
    return settings;
  }

  /** Settings of a night with totals by id, date and value, without order numbers. */
  static List<String> ofTotals(String file, String... further) {
    var source =
        List.of(
            "feed=orders",
            "files=" + file,
            "columns.customer=id",
            "columns.ordered-at=date",
            "columns.total=value",
            "date-format=yyyy-MM-dd");
    return of(source, further);
  }
}
