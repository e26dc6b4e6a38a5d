package dev.nightjar.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Describes a source from one of its files. */
@Command(
    name = "guess",
    description = {
      "Print a draft description of a file's source, to be saved in config/.",
      "Writes nothing. Review the draft before a night uses it."
    })
final class GuessCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Parameters(paramLabel = "FILE", description = "A file of the source.")
  private Path file;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      System.out.print(session.examiner().guess(file));
    }
  }
}
