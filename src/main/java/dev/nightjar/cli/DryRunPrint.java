package dev.nightjar.cli;

import dev.nightjar.home.Visible;
import dev.nightjar.operations.NightPreview;
import org.jspecify.annotations.Nullable;

/** What a night would change, as tables. */
final class DryRunPrint {
  private DryRunPrint() {}

  static void print(NightPreview preview) {
    System.out.printf("%nNight %s would change this. Nothing was kept.%n", preview.night());
    files(preview);
    if (!preview.rejects().rejects().isEmpty()) {
      System.out.println();
      SourceTables.print(preview.rejects());
    }
    segments(preview);
    audiences(preview);
    deliveries(preview);
    if (!preview.gates().isEmpty()) {
      System.out.printf("%n  Gates and checks%n");
      preview.gates().forEach(line -> System.out.println("  " + line));
    }
    System.out.printf("Next: nightjar run --date %s%n", preview.night());
  }

  private static void files(NightPreview preview) {
    var table = new TextTable(3, "Source", "File", "Verdict", "Lines", "Rejects");
    preview
        .files()
        .forEach(
            each ->
                table.row(
                    each.source(),
                    each.name(),
                    each.verdict(),
                    number(each.lines()),
                    number(each.rejects())));
    System.out.printf("%n%s", table);
    preview.files().stream()
        .filter(each -> each.reason() != null)
        .forEach(
            each ->
                System.out.printf(
                    "  %s: %s%n", Visible.text(each.name()), Visible.text(each.reason())));
  }

  private static void segments(NightPreview preview) {
    var table = new TextTable(1, "Segment", "Customers", "Before", "In", "Out");
    preview
        .segments()
        .forEach(
            each ->
                table.row(
                    each.segment(),
                    number(each.customers()),
                    number(each.before()),
                    number(each.movedIn()),
                    number(each.movedOut())));
    System.out.printf("%n%s", table);
  }

  private static void audiences(NightPreview preview) {
    var table = new TextTable(2, "Audience", "State", "Published", "Added", "Removed");
    preview
        .audiences()
        .forEach(
            each ->
                table.row(
                    each.audience(),
                    each.isBlocked() ? "too small" : each.isDue() ? "due" : "not due",
                    number(each.published()),
                    number(each.added()),
                    number(each.removed())));
    System.out.printf("%n%s", table);
  }

  private static void deliveries(NightPreview preview) {
    var table =
        new TextTable(
            2, "Destination", "Audience", "Before", "Customers", "Added", "Changed", "Removed");
    preview
        .deliveries()
        .forEach(
            each ->
                table.row(
                    each.destination(),
                    each.audience() + (each.waitsFor() == null ? "" : " (waits)"),
                    number(each.before()),
                    number(each.customers()),
                    number(each.added()),
                    number(each.changed()),
                    number(each.removed())));
    System.out.printf("%n%s", table);
    preview.deliveries().stream()
        .filter(each -> each.waitsFor() != null)
        .forEach(
            each ->
                System.out.printf(
                    "  %s at %s would wait: %s%n",
                    each.audience(), each.destination(), each.waitsFor()));
  }

  private static String number(@Nullable Long number) {
    return number == null ? "" : "%,d".formatted(number);
  }
}
