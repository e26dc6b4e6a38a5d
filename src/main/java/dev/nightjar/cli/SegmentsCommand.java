package dev.nightjar.cli;

import static dev.nightjar.db.published.Tables.SEGMENT_PROFILE;
import static org.jooq.impl.DSL.max;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the published segments of a night. */
@Command(name = "segments", description = "Show the published segments of a night.")
final class SegmentsCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var db = session.published();
      var night = date == null ? newest(db) : date;
      var profiles = night == null ? List.<Record>of() : profiles(db, night);
      if (json) {
        Json.print(profiles.stream().map(Record::intoMap).toList());
      } else if (profiles.isEmpty()) {
        System.out.println(
            "Nothing is published%s.".formatted(night == null ? " yet" : " for " + night));
      } else {
        print(profiles, System.out);
      }
    }
  }

  /** Prints the segment table of a published night. */
  static void print(DSLContext db, LocalDate night, PrintStream screen) {
    print(profiles(db, night), screen);
  }

  private static @Nullable LocalDate newest(DSLContext db) {
    return db.select(max(SEGMENT_PROFILE.NIGHT)).from(SEGMENT_PROFILE).fetchSingle().value1();
  }

  private static List<? extends Record> profiles(DSLContext db, LocalDate night) {
    return db.selectFrom(SEGMENT_PROFILE)
        .where(SEGMENT_PROFILE.NIGHT.eq(night))
        .orderBy(SEGMENT_PROFILE.POSITION)
        .fetch();
  }

  private static void print(List<? extends Record> profiles, PrintStream screen) {
    var table =
        new TextTable(
            1,
            "Segment",
            "Customers",
            "Share",
            "Revenue",
            "Share",
            "R days",
            "F orders",
            "M value",
            "In",
            "Out");
    for (var profile : profiles) {
      table.row(
          profile.get(SEGMENT_PROFILE.SEGMENT),
          number(profile.get(SEGMENT_PROFILE.CUSTOMERS)),
          percent(profile.get(SEGMENT_PROFILE.CUSTOMERS_SHARE)),
          decimal(profile.get(SEGMENT_PROFILE.REVENUE), 0),
          percent(profile.get(SEGMENT_PROFILE.REVENUE_SHARE)),
          decimal(profile.get(SEGMENT_PROFILE.MEAN_RECENCY_DAYS), 0),
          decimal(profile.get(SEGMENT_PROFILE.MEAN_ORDERS_COUNT), 1),
          decimal(profile.get(SEGMENT_PROFILE.MEAN_NET_VALUE), 0),
          number(profile.get(SEGMENT_PROFILE.MOVED_IN)),
          number(profile.get(SEGMENT_PROFILE.MOVED_OUT)));
    }
    screen.print(table);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String percent(BigDecimal share) {
    return String.format(Locale.ROOT, "%.1f%%", share.doubleValue() * 100);
  }

  private static String decimal(@Nullable BigDecimal value, int decimals) {
    return value == null ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
