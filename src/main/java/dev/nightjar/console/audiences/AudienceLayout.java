package dev.nightjar.console.audiences;

import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.Counted;
import dev.nightjar.report.Content;
import dev.nightjar.report.Pictures;
import dev.nightjar.report.Table;
import dev.nightjar.report.UpliftVerdict;
import dev.nightjar.report.Words;
import dev.nightjar.uplift.UpliftGroup;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Audience;
import dev.nightjar.views.DeliveredFiles;
import dev.nightjar.views.Uplift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An audience, part by part.
 *
 * @param figures how numbers are written
 * @param currency code of the currency of all values
 */
record AudienceLayout(Figures figures, String currency) {
  private static final String NOTHING = "–";

  /** What people should know, one line each. */
  List<String> warnings(Audiences audiences) {
    var lines = new ArrayList<String>();
    audiences
        .audiences()
        .forEach(
            audience ->
                warnings(audience).forEach(each -> lines.add(audience.audience() + ": " + each)));
    return lines;
  }

  private List<String> warnings(Audience audience) {
    var lines = new ArrayList<String>();
    if (audience.isBlocked()) {
      lines.add(
          "%s, fewer than %s: nothing is delivered."
              .formatted(
                  Counted.of(audience.published(), "published member"),
                  figures.count(audience.blockBelow())));
    } else if (audience.published() < audience.warnBelow()) {
      lines.add(
          "%s, fewer than %s."
              .formatted(
                  Counted.of(audience.published(), "published member"),
                  figures.count(audience.warnBelow())));
    }
    for (var each : audience.deliveries()) {
      if (each.stoppedFor() != null) {
        lines.add("%s waits for an approval: %s.".formatted(each.destination(), each.stoppedFor()));
      }
      each.warnings().forEach(warning -> lines.add(each.destination() + ": " + warning));
    }
    return lines;
  }

  void addAudience(Content page, Audience audience) {
    page.text(
        audience.description().isEmpty()
            ? "This audience has no description."
            : audience.description() + ".");
    page.note(
        "Purpose: %s. Channel: %s. Delivered: %s%s. Holdout: %s%%."
            .formatted(
                audience.purpose(),
                audience.channel(),
                audience.frequency(),
                audience.isDue() ? "" : ", not in this night",
                figures.decimal(audience.holdoutPercent().doubleValue(), 1)));
    page.list(warnings(audience));
    page.heading("From members to destinations");
    page.picture(new Pictures(figures).funnel(audience)).add(funnel(audience));
    page.heading("Changes at destinations").add(changes(audience));
    page.note(
        "Compared with the last confirmed delivery. In this night, %s came to the published audience and %s left it."
            .formatted(figures.count(audience.added()), figures.count(audience.removed())));
  }

  private Element funnel(Audience audience) {
    var table = new Table("Members, and what became of them", 1, "Step", "Customers");
    table.row("Members", figures.count(audience.members()));
    audience.exclusions().entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .forEach(
            each ->
                table.row(
                    "Left out: " + Words.heading(each.getKey()), figures.count(each.getValue())));
    table.row("Published", figures.count(audience.published()));
    for (var each : audience.deliveries()) {
      table.row("Can be sent to " + each.destination(), figures.count(each.published()));
    }
    return table.element();
  }

  private Element changes(Audience audience) {
    var table =
        new Table(
            "Changes of this night",
            3,
            "Destination",
            "State",
            "Compared with",
            "Before",
            "Now",
            "Added",
            "Changed",
            "Removed");
    for (var each : audience.changes()) {
      table.row(
          each.destination(),
          each.stoppedFor() != null
              ? "waits: " + each.stoppedFor()
              : each.deliveredAt() == null ? "not delivered" : "delivered",
          each.since() == null ? "first delivery" : figures.date(each.since()),
          figures.count(each.customersBefore()),
          figures.count(each.customers()),
          figures.count(each.added()),
          figures.count(each.changed()),
          figures.count(each.removed()));
    }
    return table.element();
  }

  /**
   * Adds the delivered files of a night.
   *
   * @param canDownload whether they lead to their bytes
   */
  void addFiles(
      Content page, LocalDate night, List<DeliveredFiles.File> files, boolean canDownload) {
    page.heading("Files");
    if (files.isEmpty()) {
      page.text("No file of this night is at a destination.");
      return;
    }
    var table =
        new Table(
            "Delivered files", 3, "File", "Destination", "Holds", "Customers", "Bytes", "SHA-256");
    for (var each : files) {
      var file =
          canDownload
              ? Table.link("/audiences/%s/files/%d".formatted(night, each.exportId()), each.path())
              : Table.text(each.path());
      table.row(
          file,
          Table.text(each.destination()),
          Table.text(each.mode()),
          Table.text(figures.count(each.lines())),
          Table.text(figures.count(each.bytes())),
          Element.of("code", each.contentHash()));
    }
    page.add(table.element());
    page.note(
        canDownload
            ? "A download has the bytes that the destination got, and is recorded with your name."
            : "People with the role marketing can download files.");
  }

  /** Adds the effect of an audience with its intervals. */
  void addUplift(Content page, Uplift uplift) {
    if (uplift.repurchase() != null) {
      page.picture(new Pictures(figures).uplift(uplift));
    }
    if (uplift.revenue() != null) {
      page.picture(new Pictures(figures).upliftRevenue(uplift.revenue(), currency));
    }
    var table =
        new Table(
            "Exported and held-out customers",
            1,
            "Group",
            "Customers",
            "Bought again",
            "Revenue each");
    addGroup(table, "Exported", uplift.exported());
    addGroup(table, "Held out", uplift.heldOut());
    page.add(table.element()).list(new UpliftVerdict(uplift, null).lines());
  }

  private void addGroup(Table table, String name, UpliftGroup group) {
    table.row(
        name,
        figures.count(group.customers()),
        group.customers() == 0 ? NOTHING : figures.percent(group.rate()),
        group.customers() == 0 ? NOTHING : figures.decimal(group.revenue(), 2));
  }
}
