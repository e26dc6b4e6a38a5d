package dev.nightjar.database;

import dev.nightjar.home.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The process of a PostgreSQL server, found through its data folder. */
final class ServerProcess {
  /** After a crash, the server replays its journal before it accepts clients. */
  private static final int READY_SECONDS = 600;

  private static final int STOP_SECONDS = 30;
  private static final int FOLDER_LINE = 1;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /** Starts a new session, so that Ctrl-C ends the command and not the server. */
  private static final String APART =
      "command -v setsid >/dev/null && exec setsid \"$@\"; set -m; \"$@\" & wait $!";

  private final Path data;
  private final Path log;

  ServerProcess(Path data, Path log) {
    this.data = data;
    this.log = log;
  }

  /** The running server, if any. */
  Optional<ProcessHandle> find() throws IOException {
    var pid = line(0);
    return pid.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).filter(isOurs());
  }

  /** The port of the running server. */
  int port() throws IOException {
    return Integer.parseInt(line(PORT_LINE));
  }

  /** Asks the server to stop once its clients are gone. Returns whether it has stopped. */
  boolean stop() throws IOException {
    var process = find();
    if (process.isEmpty()) {
      return true;
    }
    process.get().destroy();
    return awaitEnd(process.get());
  }

  /** Runs one of PostgreSQL's programs to its end. */
  void run(List<String> command) throws IOException {
    var program = start(asPostgresWants(command));
    try {
      if (program.waitFor() != 0) {
        throw failed();
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Starts the server, and waits until it accepts clients. */
  void launch(List<String> command) throws IOException {
    var apart = new ArrayList<>(List.of("/bin/sh", "-c", APART, "sh"));
    apart.addAll(asPostgresWants(command));
    discardForeignNumber();
    var started = start(apart);
    awaitReady(started.toHandle());
  }

  /** Waits until the running server accepts clients. Returns false if it stops instead. */
  boolean awaitReady() throws IOException {
    var process = find();
    if (process.isEmpty()) {
      return false;
    }
    if (line(STATUS_LINE).equals("stopping")) {
      awaitEnd(process.get());
      return false;
    }
    awaitReady(process.get());
    return true;
  }

  /** PostgreSQL only checks that a process has the number, not that it is PostgreSQL. */
  private void discardForeignNumber() throws IOException {
    var pid = line(0);
    if (!pid.isEmpty() && ProcessHandle.of(Long.parseLong(pid)).isPresent() && find().isEmpty()) {
      Files.delete(pidFile());
    }
  }

  private void awaitReady(ProcessHandle process) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (find().isEmpty() || !line(STATUS_LINE).equals("ready")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw failed();
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  private static boolean awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private Process start(List<String> command) throws IOException {
    PrivateFiles.open(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    var builder = new ProcessBuilder(command);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    // the server does not need Nightjar's secrets
    builder.environment().keySet().removeIf(name -> name.matches("(PG|NIGHTJAR_).*"));
    return builder.start();
  }

  /** PostgreSQL refuses to run as root; in its own user namespace, root is nobody. */
  private List<String> asPostgresWants(List<String> command) throws IOException {
    if (!Files.getAttribute(data.getParent(), "unix:uid").equals(0)) {
      return command;
    }
    var asNobody = new ArrayList<>(List.of("unshare", "-U"));
    asNobody.addAll(command);
    return asNobody;
  }

  private IOException failed() {
    return new IOException("it did not start; see %s".formatted(log));
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new IOException("the wait for it was interrupted");
  }

  /** A line of {@code postmaster.pid}; empty if the server has not written it yet. */
  private String line(int number) throws IOException {
    var file = pidFile();
    var lines = Files.exists(file) ? Files.readAllLines(file) : Collections.<String>emptyList();
    return lines.size() > number ? lines.get(number).strip() : "";
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  /**
   * After a reboot, the number in the file can belong to another process. In a copied home, it
   * belongs to the other home's server.
   */
  private Predicate<ProcessHandle> isOurs() throws IOException {
    var named = line(FOLDER_LINE);
    var isHere = Files.isDirectory(Path.of(named)) && Files.isSameFile(Path.of(named), data);
    return process -> {
      var command = process.info().commandLine().orElse("");
      return isHere && command.contains("postgres") && command.contains(named);
    };
  }
}
