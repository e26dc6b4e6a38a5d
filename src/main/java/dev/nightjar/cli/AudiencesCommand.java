package dev.nightjar.cli;

import dev.nightjar.ports.DeliveryApprovals.Stop;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Audience;
import dev.nightjar.views.Audiences.Delivery;
import dev.nightjar.views.PendingApprovals;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the audiences of a published night. */
@Command(
    name = "audiences",
    description = {
      "Show the audiences of a published night: members, published members, and exclusions by reason.",
      "Reasons that left nobody out are not shown; JSON has them.",
      "In and Out count members who joined or left the published audience since the night before.",
      "Each destination is shown with the newest night that was delivered there, and its first file.",
      "A change that waits for nightjar approve is shown below, with the reason."
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
      var audiences = Audiences.of(night, db);
      if (json) {
        Json.print(audiences);
      } else {
        System.out.println("Night " + night);
        print(audiences.audiences());
        printDeliveries(audiences.audiences());
        printRefusals(audiences.audiences());
        Stop.lines(PendingApprovals.of(db).of(night)).forEach(System.out::println);
      }
    }
  }

  NightjarCommand nightjar() {
    return nightjar;
  }

  /** Prints audiences as a table. */
  static void print(List<Audience> audiences) {
    var reasons = new LinkedHashSet<String>();
    // reasons that left nobody out would only make the table wide
    audiences.stream()
        .flatMap(each -> each.exclusions().entrySet().stream())
        .filter(each -> each.getValue() > 0)
        .forEach(each -> reasons.add(each.getKey()));
    var header = new ArrayList<>(List.of("Audience", "Delivery", "Members", "Published"));
    reasons.forEach(reason -> header.add(words(reason)));
    header.addAll(List.of("In", "Out"));
    var table =
        new TextTable(2, header.toArray(String[]::new))
            .marked(header.size() - 2, Screen::up)
            .marked(header.size() - 1, Screen::down);
    for (var audience : audiences) {
      var row = new ArrayList<>(List.of(audience.audience(), delivery(audience)));
      row.add(number(audience.members()));
      row.add(number(audience.published()));
      reasons.forEach(reason -> row.add(number(audience.exclusions().getOrDefault(reason, 0L))));
      row.add(number(audience.added()));
      row.add(number(audience.removed()));
      table.row(row.toArray(String[]::new));
    }
    System.out.print(table);
  }

  private static void printDeliveries(List<Audience> audiences) {
    var deliveries = audiences.stream().flatMap(each -> each.deliveries().stream()).toList();
    var table =
        new TextTable(4, "Audience", "Destination", "Night", "File", "Published", "Delivered");
    for (var each : deliveries) {
      table.row(
          each.audience(),
          each.destination(),
          state(each),
          each.path() == null ? "–" : each.path(),
          number(each.published()),
          each.rows() == null ? "–" : number(each.rows()));
    }
    System.out.print(table);
    for (var each : deliveries) {
      each.warnings()
          .forEach(
              warning ->
                  System.out.printf(
                      "%s at %s: %s%n", each.audience(), each.destination(), warning));
    }
  }

  /** The newest night that was delivered, unless tonight's is not. */
  private static String state(Delivery delivery) {
    if (delivery.stoppedFor() != null) {
      return "waits";
    }
    if (delivery.isWithheld()) {
      return "withheld";
    }
    return delivery.deliveredNight() == null ? "–" : delivery.deliveredNight().toString();
  }

  /** Says of each purpose to which most members did not agree where consent comes from. */
  private static void printRefusals(List<Audience> audiences) {
    var byPurpose = new TreeMap<String, long[]>();
    for (var audience : audiences) {
      var purposes = new TreeMap<String, Long>();
      audience.deliveries().forEach(each -> purposes.put(each.purpose(), each.noConsent()));
      purposes.forEach(
          (purpose, onlyThere) -> {
            var counts = byPurpose.computeIfAbsent(purpose, any -> new long[2]);
            counts[0] += audience.exclusions().getOrDefault("no-consent", 0L) + onlyThere;
            counts[1] += audience.members();
          });
    }
    byPurpose.forEach(
        (purpose, counts) -> {
          if (2 * counts[0] > counts[1]) {
            System.out.printf(
                "%,d of %,d members did not agree to %3$s. A customers source says who did: in"
                    + " columns.consent-%3$s for this purpose, in columns.consent for all. If only"
                    + " another purpose was asked for, declare audiences of that purpose.%n",
                counts[0], counts[1], purpose);
          }
        });
  }

  private static String delivery(Audience audience) {
    if (audience.isBlocked()) {
      return "too few";
    }
    var frequency = audience.frequency();
    return audience.isDue() ? frequency : frequency + ", not due";
  }

  /** A reason as a heading. */
  static String words(String reason) {
    return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1).replace('-', ' ');
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
