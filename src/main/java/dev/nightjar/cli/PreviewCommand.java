package dev.nightjar.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Visible;
import dev.nightjar.ports.FilePreviews.Figures;
import dev.nightjar.ports.FilePreviews.Preview;
import dev.nightjar.views.LoadedOrders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows how a night would read a file. */
@Command(
    name = "preview",
    description = {
      "Parse a file with its source, and print rows, rejects and what the orders add up to.",
      "Writes nothing. Rows and examples contain the file's data, including personal data."
    })
final class PreviewCommand implements Runnable {
  private static final int CELL = 30;

  @ParentCommand private NightjarCommand nightjar;

  @Parameters(paramLabel = "FILE", description = "A file, in the inbox or anywhere.")
  private Path file;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The source (default: the one whose pattern matches the file's name).")
  private @Nullable String source;

  @Option(
      names = "--rows",
      defaultValue = "10",
      description = "Rows to print (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /**
   * A preview next to what is loaded.
   *
   * @param ordersLoadedAlready orders of the file that nights have loaded; null if none has run
   */
  private record Compared(@JsonUnwrapped Preview preview, @Nullable Long ordersLoadedAlready) {}

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var preview = session.examiner().preview(file, source, rows);
      var loaded = loaded(session, preview);
      if (json) {
        Json.print(new Compared(preview, loaded.isEmpty() ? null : loaded.getAsLong()));
      } else {
        print(preview, loaded);
      }
      if (!preview.isLoaded()) {
        throw new Failure(
            FailureCode.PREVIEW_QUARANTINED,
            "A night would not load this file. Next: correct the file or its source, then nightjar preview "
                + Visible.text(file.toString()));
      }
    }
  }

  /** A database is asked only if there is one. */
  private static OptionalLong loaded(Session session, Preview preview) {
    boolean hasDatabase =
        !session.database().isEmbedded()
            || Files.isDirectory(session.home().var().resolve("postgres"));
    return preview.figures() == null || !hasDatabase
        ? OptionalLong.empty()
        : LoadedOrders.count(
            preview.source(), preview.figures().orderNumbers(), session.unmigrated());
  }

  private static void print(Preview preview, OptionalLong loaded) {
    System.out.printf("Source %s; %s%n%n", preview.source(), preview.layout());
    var columns = preview.columns().toArray(String[]::new);
    if (columns.length > 0) {
      var table = new TextTable(columns.length, columns);
      preview
          .rows()
          .forEach(row -> table.row(row.stream().map(PreviewCommand::cut).toArray(String[]::new)));
      System.out.println(table);
    }
    if (preview.figures() != null) {
      print(preview.figures(), loaded);
    }
    if (preview.refused() != null) {
      System.out.printf(
          "Marketing would be refused to %s of this file, for all channels or for that of the line%n",
          Counted.of(preview.refused(), "person", "people"));
    }
    long rejected = preview.rejects().values().stream().mapToLong(Long::longValue).sum();
    System.out.printf("%s read, %,d rejected%n", Counted.of(preview.read(), "line"), rejected);
    preview
        .rejects()
        .forEach(
            (reason, lines) ->
                System.out.printf("  %,d %s%s%n", lines, reason, example(preview, reason)));
    preview.firstRejects().forEach(reject -> System.out.printf("  %s%n", reject));
    System.out.printf("Verdict of a night: %s%n", preview.verdict());
  }

  private static String example(Preview preview, String reason) {
    var example = preview.examples().get(reason);
    return example == null ? "" : ", such as '" + cut(Visible.text(example)) + "'";
  }

  private static void print(Figures figures, OptionalLong loaded) {
    if (figures.from() != null) {
      System.out.printf(
          "%s of %s, %s to %s, worth %,.2f; the busiest customer has %.1f%% of the orders%n",
          Counted.of(figures.orders(), "order"),
          Counted.of(figures.customers(), "customer"),
          figures.from(),
          figures.to(),
          figures.total(),
          100 * figures.largestShare());
    } else {
      System.out.println("No order counts");
    }
    if (figures.withoutCustomer() > 0) {
      System.out.printf(
          "%s without a customer, worth %,.2f: not among these%n",
          Counted.of(figures.withoutCustomer(), "order"), figures.totalWithoutCustomer());
    }
    if (!figures.isWhole()) {
      System.out.println("These are the figures of the first orders; the file has more");
    }
    print("Statuses that count", figures.keptStatuses());
    print("Statuses left out", figures.otherStatuses());
    loaded.ifPresent(
        orders ->
            System.out.printf(
                "%s of them loaded already%n", orders == 0 ? "None" : "%,d".formatted(orders)));
    figures.notes().forEach(note -> System.out.println("Damaged: " + note));
    figures.warnings().forEach(warning -> System.out.println("Warning: " + warning));
  }

  private static void print(String title, Map<String, Long> statuses) {
    if (!statuses.isEmpty()) {
      System.out.println(
          statuses.entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .map(each -> "%s %,d".formatted(Visible.text(each.getKey()), each.getValue()))
              .collect(Collectors.joining(", ", title + ": ", "")));
    }
  }

  private static String cut(String text) {
    return text.length() > CELL ? text.substring(0, CELL - 1) + "…" : text;
  }
}
