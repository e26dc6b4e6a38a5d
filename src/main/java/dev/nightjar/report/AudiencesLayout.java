package dev.nightjar.report;

import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Audience;
import dev.nightjar.views.Audiences.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Audiences and their deliveries: pictures and tables.
 *
 * @param figures how numbers are written
 */
public record AudiencesLayout(Audiences audiences, Figures figures) {

  /** Adds the funnel of each declared audience, and the tables of all. */
  public void addTo(Content page) {
    if (audiences.audiences().isEmpty()) {
      page.text("The night has no audience.");
      return;
    }
    var pictures = new Pictures(figures);
    audiences.audiences().stream()
        .filter(audience -> audience.segment() == null)
        .forEach(audience -> page.part(audience.audience()).picture(pictures.funnel(audience)));
    addTables(page, name -> null);
  }

  /**
   * Adds the tables.
   *
   * @param address where an audience leads, by its name; null for nowhere
   */
  public void addTables(Content page, Function<String, @Nullable String> address) {
    page.add(members(address)).add(deliveries());
    page.note(
        "In, Out: members who joined or left the published audience since the night before. Added,"
            + " Changed, Removed: customers at the destination since its last confirmed delivery.");
  }

  private Element members(Function<String, @Nullable String> address) {
    var reasons = new LinkedHashSet<String>();
    // reasons that left nobody out would only make the table wide
    audiences.audiences().stream()
        .flatMap(each -> each.exclusions().entrySet().stream())
        .filter(each -> each.getValue() > 0)
        .forEach(each -> reasons.add(each.getKey()));
    var headings = new ArrayList<>(List.of("Audience", "Purpose", "Members"));
    reasons.forEach(reason -> headings.add(Words.heading(reason)));
    headings.addAll(List.of("Published", "In", "Out"));
    var table = new Table("Members, who was left out of them, and who was published", 2, headings);
    for (var each : audiences.audiences()) {
      var row = new ArrayList<>(List.of(each.audience(), each.purpose()));
      row.add(figures.count(each.members()));
      reasons.forEach(reason -> row.add(figures.count(each.exclusions().getOrDefault(reason, 0L))));
      row.add(figures.count(each.published()));
      row.add(figures.count(each.added()));
      row.add(figures.count(each.removed()));
      table.linked(address.apply(each.audience()), row.toArray(String[]::new));
    }
    return table.element();
  }

  private Element deliveries() {
    var table =
        new Table(
            "Deliveries",
            3,
            "Audience",
            "Destination",
            "State",
            "Before",
            "Now",
            "Added",
            "Changed",
            "Removed");
    for (var audience : audiences.audiences()) {
      for (var each : audience.changes()) {
        table.row(
            audience.audience(),
            each.destination(),
            state(each),
            figures.count(each.customersBefore()),
            figures.count(each.customers()),
            figures.count(each.added()),
            figures.count(each.changed()),
            figures.count(each.removed()));
      }
      if (audience.changes().isEmpty()) {
        table.row(audience.audience(), "", undelivered(audience), "", "", "", "", "");
      }
    }
    return table.element();
  }

  private static String state(Change change) {
    if (change.stoppedFor() != null) {
      return "waits: " + change.stoppedFor();
    }
    return change.deliveredAt() == null ? "not delivered" : "delivered";
  }

  private static String undelivered(Audience audience) {
    return audience.isBlocked() ? "too few" : audience.isDue() ? "not delivered" : "not due";
  }
}
