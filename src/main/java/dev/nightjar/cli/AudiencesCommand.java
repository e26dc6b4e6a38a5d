package dev.nightjar.cli;

import static dev.nightjar.db.published.Tables.AUDIENCES;
import static dev.nightjar.db.published.Tables.AUDIENCE_CHANGES;
import static dev.nightjar.db.published.Tables.AUDIENCE_EXCLUSIONS;

import dev.nightjar.db.published.tables.records.AudienceChangesRecord;
import dev.nightjar.db.published.tables.records.AudiencesRecord;
import dev.nightjar.views.PendingApprovals;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the audiences of a published night. */
@Command(
    name = "audiences",
    description = {
      "Show the audiences of a published night: members, published ones, and by reason those left out.",
      "In and Out are the published ones who were not, and who are no longer, since the night before.",
      "A change that waits for nightjar approve is told below, with the reason."
    },
    subcommands = AudiencePreviewCommand.class)
final class AudiencesCommand implements Runnable {
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
      var night = PublishedNights.of(db).named(date);
      var audiences =
          db.selectFrom(AUDIENCES)
              .where(AUDIENCES.NIGHT.eq(night))
              .orderBy(AUDIENCES.POSITION)
              .fetch();
      var exclusions = exclusions(db, night);
      if (json) {
        var changes = db.fetch(AUDIENCE_CHANGES, AUDIENCE_CHANGES.NIGHT.eq(night));
        Json.print(audiences.stream().map(each -> told(each, exclusions, changes)).toList());
      } else {
        System.out.println("Night " + night);
        print(audiences, exclusions);
        printStops(db, night);
      }
    }
  }

  NightjarCommand nightjar() {
    return nightjar;
  }

  /** Members left out, by audience and reason. */
  private static Map<String, Map<String, Long>> exclusions(DSLContext db, LocalDate night) {
    var exclusions = new LinkedHashMap<String, Map<String, Long>>();
    db.selectFrom(AUDIENCE_EXCLUSIONS)
        .where(AUDIENCE_EXCLUSIONS.NIGHT.eq(night))
        .orderBy(AUDIENCE_EXCLUSIONS.POSITION)
        .forEach(
            each ->
                exclusions
                    .computeIfAbsent(each.getAudience(), name -> new LinkedHashMap<>())
                    .put(each.getExclusion(), each.getCustomers()));
    return exclusions;
  }

  private static Map<String, Object> told(
      AudiencesRecord audience,
      Map<String, Map<String, Long>> exclusions,
      List<AudienceChangesRecord> changes) {
    var told = new LinkedHashMap<>(audience.intoMap());
    told.put("exclusions", exclusions.getOrDefault(audience.getAudience(), Map.of()));
    told.put(
        "changes",
        changes.stream()
            .filter(each -> each.getAudience().equals(audience.getAudience()))
            .map(AudienceChangesRecord::intoMap)
            .toList());
    return told;
  }

  private static void printStops(DSLContext db, LocalDate night) {
    for (var stop : PendingApprovals.of(db).open()) {
      if (stop.night().equals(night)) {
        System.out.printf(
            "%s was not delivered to %s: %s. What it had stays.%nNext: nightjar approve %s --destination %s"
                + " --date %s, then nightjar run --date %s --again%n",
            stop.audience(),
            stop.destination(),
            stop.reason(),
            stop.audience(),
            stop.destination(),
            night,
            night);
      }
    }
  }

  private static void print(
      List<AudiencesRecord> audiences, Map<String, Map<String, Long>> exclusions) {
    var reasons = new LinkedHashSet<String>();
    exclusions.values().forEach(each -> reasons.addAll(each.keySet()));
    var header = new ArrayList<>(List.of("Audience", "Delivery", "Members", "Published"));
    reasons.forEach(reason -> header.add(words(reason)));
    header.addAll(List.of("In", "Out"));
    var table = new TextTable(2, header.toArray(String[]::new));
    for (var audience : audiences) {
      var of = exclusions.getOrDefault(audience.getAudience(), Map.of());
      var row = new ArrayList<>(List.of(audience.getAudience(), delivery(audience)));
      row.add(number(audience.getMembers()));
      row.add(number(audience.getPublished()));
      reasons.forEach(reason -> row.add(number(of.getOrDefault(reason, 0L))));
      row.add(number(audience.getAdded()));
      row.add(number(audience.getRemoved()));
      table.row(row.toArray(String[]::new));
    }
    System.out.print(table);
  }

  private static String delivery(AudiencesRecord audience) {
    if (audience.getIsBlocked()) {
      return "too few";
    }
    var frequency = audience.getFrequency();
    return audience.getIsDue() ? frequency : frequency + ", not due";
  }

  /** A reason as a heading. */
  static String words(String reason) {
    return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1).replace('-', ' ');
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
