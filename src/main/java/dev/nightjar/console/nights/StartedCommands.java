package dev.nightjar.console.nights;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.operations.NightCommands;
import dev.nightjar.pipeline.NightLock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the commands that people start here, one at a time, as {@code serve} runs its own. */
@Component
public class StartedCommands {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  private final NightCommands commands;
  private final NightLock lock;
  private @Nullable Started last;

  StartedCommands(NightCommands commands, NightLock lock) {
    this.commands = commands;
    this.lock = lock;
  }

  /**
   * A command.
   *
   * @param by name of the account
   * @param exitCode null while it runs
   */
  public record Started(LocalDate night, String command, String by, @Nullable Integer exitCode) {
    /** Whether it has not ended yet. */
    @JsonIgnore
    public boolean isRunning() {
      return exitCode == null;
    }

    /** Whether it ended without doing anything that the state of the night shows. */
    @JsonIgnore
    public boolean hasDoneNothing() {
      return exitCode != null && (exitCode == 2 || exitCode >= 3 && exitCode <= 6);
    }
  }

  /**
   * Starts a command, and does not wait for its end.
   *
   * @throws Failure {@link FailureCode#NIGHT_RUNNING} if a night runs, or is about to
   */
  synchronized void start(LocalDate night, String by, List<String> command) {
    if (last != null && last.isRunning() || lock.isTaken()) {
      throw new Failure(
          FailureCode.NIGHT_RUNNING, "A night is running. Wait until it ends, then try again.");
    }
    var started = new Started(night, "nightjar " + String.join(" ", command), by, null);
    last = started;
    LOG.info("{} starts {}", by, started.command);
    new Thread(() -> run(started, command), "started command").start();
  }

  private void run(Started started, List<String> command) {
    int exitCode = FailureCode.STAGE_BROKEN.exitCode();
    try {
      exitCode = commands.run(command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(started, exitCode);
    }
  }

  private synchronized void end(Started started, int exitCode) {
    last = new Started(started.night, started.command, started.by, exitCode);
  }

  /** The last command, if it was for this night. */
  public synchronized Optional<Started> of(LocalDate night) {
    return Optional.ofNullable(last).filter(each -> each.night.equals(night));
  }
}
