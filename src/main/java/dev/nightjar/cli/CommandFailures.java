package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.FullDisk;
import dev.nightjar.home.LogFile;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** What a command that fails logs and prints, and its exit code. */
final class CommandFailures {
  private CommandFailures() {}

  static int explain(Exception thrown, CommandLine command, CommandLine.ParseResult parseResult) {
    var screen = command.getErr();
    var colours = command.getColorScheme();
    if (!(thrown instanceof Failure) && FullDisk.is(thrown)) {
      return explain(FullDisk.failure(thrown), command, parseResult);
    }
    if (thrown instanceof Failure failure) {
      var log = LoggerFactory.getLogger("nightjar");
      if (failure.code() == FailureCode.BAD_SETTINGS) {
        log.error("{}: {}", failure.code(), failure.getMessage());
      } else {
        log.error("{}", failure.code(), failure);
      }
      screen.println(colours.errorText(failure.getMessage()));
      return failure.code().exitCode();
    }
    LoggerFactory.getLogger("nightjar").error("unexpected", thrown);
    screen.println(
        colours.errorText(
            "Something unexpected happened (%s).%nNext: see %s"
                .formatted(
                    thrown.getClass().getSimpleName(),
                    System.getProperty(LogFile.PATH, "nightjar.log"))));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
