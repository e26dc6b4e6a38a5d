package dev.nightjar.oracles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All published results that Nightjar is compared with. */
public final class OracleWall {
  private static final List<String> FILES =
      List.of(
          RPackage.ORDERS,
          RPackage.SCORED,
          OnlineRetail.LINES,
          CalendarDays.CUSTOMERS,
          PublishedFolder.COUNTS);

  private OracleWall() {}

  /** The results that settings can express. */
  public static List<Oracle> oracles() {
    return List.of(
        new RPackage("r-rfm-current"),
        new RPackage("r-rfm-classic"),
        new CalendarDays(),
        new NotebookSegments(),
        new HandMade(),
        new EqualOrders());
  }

  /** The results that no setting can express. */
  public static List<NotExpressible> notExpressible() {
    return List.of(
        new NotExpressible(
            "notebook-max+2d",
            "Online Retail",
            "notebooks that count recency from the last line's timestamp plus two days;"
                + " published-counts.json",
            "recency is whole 24-hour periods between timestamps; Nightjar counts calendar days,"
                + " and another date moves everybody alike"),
        new NotExpressible(
            "whole-24-hours",
            "Online Retail",
            "notebooks that count recency from the last line's timestamp plus one day;"
                + " online_retail_rfm_4338.csv",
            "recency is whole 24-hour periods between timestamps; frequency and monetary are those"
                + " of retail-calendar-days"));
  }

  /** The published files that are missing in a folder. */
  public static List<String> missing(Path folder) {
    return FILES.stream().filter(name -> !Files.isReadable(folder.resolve(name))).toList();
  }
}
