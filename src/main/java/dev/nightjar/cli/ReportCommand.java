package dev.nightjar.cli;

import dev.nightjar.ports.NightReport;
import dev.nightjar.views.PublishedNights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes the report of a published night once more. */
@Command(
    name = "report",
    description = {
      "Write the report of a published night, and print where it is.",
      "Every night writes its own; this command takes up what changed since, such as deliveries."
    })
final class ReportCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Option(names = "--open", description = "Open the report in a browser.")
  private boolean isOpened;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var night = PublishedNights.of(session.published()).named(date);
      var file = session.part(NightReport.class).write(night);
      System.out.println(file);
      if (isOpened && !open(file)) {
        System.out.println("No browser could be started.\nNext: open the file in a browser");
      }
    }
  }

  private static boolean open(Path file) {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var command = system.contains("mac") ? "open" : "xdg-open";
    try {
      var process =
          new ProcessBuilder(List.of(command, file.toAbsolutePath().toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) { // there is no such command
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
