package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.ports.FilePreviews.Preview;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows how a night would read a file. */
@Command(
    name = "preview",
    description = {
      "Parse a file with its source, and print the first rows and the rejects.",
      "Writes nothing. The rows contain the file's data, including personal data."
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

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var preview = session.examiner().preview(file, source, rows);
      if (json) {
        Json.print(preview);
      } else {
        print(preview);
      }
    }
  }

  private static void print(Preview preview) {
    System.out.printf("Source %s; %s%n%n", preview.source(), preview.layout());
    var columns = preview.columns().toArray(String[]::new);
    if (columns.length > 0) {
      var table = new TextTable(columns.length, columns);
      preview
          .rows()
          .forEach(row -> table.row(row.stream().map(PreviewCommand::cut).toArray(String[]::new)));
      System.out.println(table);
    }
    long rejected = preview.rejects().values().stream().mapToLong(Long::longValue).sum();
    System.out.printf("%s read, %,d rejected%n", Counted.of(preview.read(), "line"), rejected);
    preview.rejects().forEach((reason, lines) -> System.out.printf("  %,d %s%n", lines, reason));
    preview.firstRejects().forEach(reject -> System.out.printf("  %s%n", reject));
    System.out.printf("Verdict of a night: %s%n", preview.verdict());
  }

  private static String cut(String text) {
    return text.length() > CELL ? text.substring(0, CELL - 1) + "…" : text;
  }
}
