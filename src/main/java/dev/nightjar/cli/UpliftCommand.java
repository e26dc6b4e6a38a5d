package dev.nightjar.cli;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.ORDERS;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.varSamp;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.audiences.tables.Audiences;
import dev.nightjar.db.audiences.tables.Members;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.views.PublishedNights;
import dev.nightjar.views.Uplift;
import dev.nightjar.views.Uplift.Difference;
import dev.nightjar.views.Uplift.Group;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares those of an audience who were exported with those who were held out. */
@Command(
    name = "uplift",
    description = {
      "Compare later revenue and repurchase of exported and of held-out customers.",
      "They are those of an audience in one night; each difference has a 95 %% confidence interval."
    })
final class UpliftCommand implements Runnable {

  @ParentCommand private NightjarCommand nightjar;

  @Parameters(paramLabel = "AUDIENCE", description = "Name of the audience.")
  private String audience;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "A published night; what was ordered after it counts.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day whose orders count (default: the newest published night).")
  private @Nullable LocalDate to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var db = session.published();
      var nights = PublishedNights.of(db);
      nights.named(from);
      var last = nights.dates().get(0);
      var until = to == null || to.isAfter(last) ? last : to;
      refuseUnlessExported(db);
      var uplift = new Uplift(group(db, until, false), group(db, until, true));
      if (json) {
        printJson(until, uplift);
      } else {
        print(until, uplift);
      }
    }
  }

  private void refuseUnlessExported(DSLContext db) {
    var told =
        db.fetchOptional(AUDIENCES, AUDIENCES.NIGHT.eq(from), AUDIENCES.AUDIENCE.eq(audience));
    if (told.isEmpty()) {
      throw refused("There was no audience %s in the night of %s.".formatted(audience, from));
    }
    if (!told.get().getIsDue() || told.get().getIsBlocked()) {
      throw refused(
          "Audience %s was not delivered in the night of %s, being %s."
              .formatted(audience, from, told.get().getIsBlocked() ? "too small" : "not due"));
    }
  }

  private Failure refused(String message) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "%s%nNext: nightjar audiences --date %s".formatted(message, from));
  }

  /** What one of the two groups did after the night. */
  private Group group(DSLContext db, LocalDate until, boolean isHeldOut) {
    var later = later(until).asTable("later");
    var revenue = coalesce(later.field("revenue", BigDecimal.class), inline(BigDecimal.ZERO));
    var row =
        db.select(
                count(),
                avg(revenue),
                varSamp(revenue),
                count().filterWhere(condition(later.field("bought", Boolean.class))))
            .from(MEMBERS)
            .leftJoin(later)
            .on(later.field(ORDERS.CUSTOMER_KEY).eq(MEMBERS.CUSTOMER_KEY))
            .where(MEMBERS.AUDIENCE.eq(audience), ValidityIntervals.at(MEMBERS, from))
            .and(isHeldOut ? MEMBERS.EXCLUSION.eq("holdout") : MEMBERS.EXCLUSION.isNull())
            .and(notExists(rivalMembers()))
            .fetchSingle();
    return row.value1() == 0
        ? Group.EMPTY
        : new Group(
            row.value1(),
            row.value2().doubleValue(),
            row.value3() == null ? 0 : row.value3().doubleValue(),
            row.value4());
  }

  /**
   * What each customer ordered after the night: value less returns, and whether any order counts.
   */
  private Select<?> later(LocalDate until) {
    return select(
            ORDERS.CUSTOMER_KEY,
            sum(ORDERS.NET_VALUE).as("revenue"),
            boolOr(condition(ORDERS.IS_KEPT)).as("bought"))
        .from(ORDERS)
        .where(ORDERS.ORDERED_ON.gt(from), ORDERS.ORDERED_ON.le(until))
        .groupBy(ORDERS.CUSTOMER_KEY);
  }

  /**
   * Nobody is exported who is a member of an audience of higher priority in the group. Held-out
   * ones of that kind are left out too, else the groups could not be compared.
   */
  private Select<?> rivalMembers() {
    Audiences own = AUDIENCES.as("own");
    Audiences rival = AUDIENCES.as("rival");
    Members members = MEMBERS.as("rival_members");
    return selectOne()
        .from(own)
        .join(rival)
        .on(rival.NIGHT.eq(own.NIGHT), rival.EXCLUSIVE_GROUP.eq(own.EXCLUSIVE_GROUP))
        .and(rival.PRIORITY.gt(own.PRIORITY))
        .join(members)
        .on(members.AUDIENCE.eq(rival.AUDIENCE), ValidityIntervals.at(members, from))
        .where(own.NIGHT.eq(from), own.AUDIENCE.eq(audience))
        .and(members.CUSTOMER_KEY.eq(MEMBERS.CUSTOMER_KEY));
  }

  private void print(LocalDate until, Uplift uplift) {
    long days = ChronoUnit.DAYS.between(from, until);
    System.out.printf(
        "Audience %s, exported on %s; orders of the %,d days up to %s%n",
        audience, from, days, until);
    var table = new TextTable(1, "", "Customers", "Bought again", "Revenue each");
    row(table, "Exported", uplift.exported());
    row(table, "Held out", uplift.heldOut());
    System.out.print(table);
    verdict(until, uplift).forEach(System.out::println);
  }

  private static void row(TextTable table, String name, Group group) {
    table.row(
        name,
        AudiencesCommand.number(group.customers()),
        group.customers() == 0 ? "–" : "%.2f%%".formatted(100 * group.rate()),
        group.customers() == 0 ? "–" : "%,.2f".formatted(group.revenue()));
  }

  /** What can be said, one line each. */
  private List<String> verdict(LocalDate until, Uplift uplift) {
    if (!until.isAfter(from)) {
      return List.of("Too early: no later night is published yet.");
    }
    if (uplift.heldOut().customers() == 0) {
      return List.of(
          "Nobody of %s was held out, so there is nobody to compare with.".formatted(audience),
          "Next: set audiences.holdout.percent, or the audience's own holdout, and ask after later nights");
    }
    if (uplift.isTooSmall()) {
      return List.of(
          "Too early: fewer than %d customers in one of the groups say nothing."
              .formatted(Uplift.FEWEST));
    }
    var lines = new ArrayList<String>();
    var revenue = uplift.revenue();
    var repurchase = uplift.repurchase();
    lines.add(
        "Revenue each: %+,.2f (95 %% from %+,.2f to %+,.2f). %s"
            .formatted(
                revenue.value(),
                revenue.low(),
                revenue.high(),
                said(revenue, uplift.neededForRevenue())));
    lines.add(
        "Bought again: %+.2f points (95 %% from %+.2f to %+.2f). %s"
            .formatted(
                100 * repurchase.value(),
                100 * repurchase.low(),
                100 * repurchase.high(),
                said(repurchase, uplift.neededForRepurchase())));
    return lines;
  }

  private static String said(Difference difference, long needed) {
    if (difference.isTold()) {
      return "A difference that chance alone would rarely make.";
    }
    return needed == 0
        ? "Too early to tell: there is no difference."
        : "Too early to tell: to show a difference of this size, about %,d held-out customers are needed."
            .formatted(needed);
  }

  private void printJson(LocalDate until, Uplift uplift) {
    var out = new LinkedHashMap<String, Object>();
    out.put("audience", audience);
    out.put("from", from);
    out.put("to", until);
    out.put("exported", uplift.exported());
    out.put("held-out", uplift.heldOut());
    boolean isTold = until.isAfter(from) && !uplift.isTooSmall();
    out.put("too-early", !isTold);
    if (isTold) {
      out.put("revenue", uplift.revenue());
      out.put("repurchase", uplift.repurchase());
      out.put("held-out-needed-for-revenue", uplift.neededForRevenue());
      out.put("held-out-needed-for-repurchase", uplift.neededForRepurchase());
    }
    Json.print(out);
  }
}
