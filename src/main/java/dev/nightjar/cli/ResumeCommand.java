package dev.nightjar.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Resumes a night. */
@Command(
    name = "resume",
    description = "Resume a night that failed or was killed, at its first unfinished stage.")
final class ResumeCommand implements Callable<Integer> {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the oldest night that can be resumed).")
  private @Nullable LocalDate date;

  @Override
  public Integer call() {
    try (var session = nightjar.openForNights()) {
      var night = session.watch(date, () -> session.nights().resume(date));
      System.out.println(
          night.isPresent()
              ? "Night %s is finished.%nNext: nightjar segments --date %s"
                  .formatted(night.get().date(), night.get().date())
              : "Night %s is finished already; nothing was done.".formatted(date));
      return night.map(each -> RunCommand.printWarnings(session, each, System.out)).orElse(0);
    }
  }
}
