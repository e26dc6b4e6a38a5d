package dev.nightjar.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nightjar in a process of its own, as the launcher starts it. */
public final class NightjarProcess {
  /** Where lies what each process printed and logged, for who looks through it when all is over. */
  public static final Path PRINTED = Path.of("target", "printed");

  private final Process process;
  private final Path output;
  private final Path log;

  /** What a command printed, both streams together, and its exit code. */
  public record Result(int exitCode, String output) {}

  private NightjarProcess(Process process, Path output, Path log) {
    this.process = process;
    this.output = output;
    this.log = log;
  }

  /** Starts a command on the database, in the home and with the settings of a shop. */
  public static NightjarProcess start(Shop shop, String... arguments) {
    return launch(
        environment(shop.database()),
        shop.folder(),
        List.of(HereCommand.withShop(shop, arguments)));
  }

  /** Starts a command on a test's database. */
  public static NightjarProcess start(TestDatabase database, Path home, String... arguments) {
    return start(environment(database), home, arguments);
  }

  /**
   * Runs a command on the database and in the home of a shop, within the tests' own process: that
   * takes a tenth of the time of {@link #start}, for tests to which a process proves no more.
   */
  public static Result nightjar(Shop shop, String... arguments) {
    return HereCommand.run(Installation.folder(), HereCommand.withShop(shop, arguments));
  }

  /** Runs a command that needs no database in the tests' own process. */
  public static Result nightjar(Path home, String... arguments) {
    return HereCommand.run(
        Path.of("").toAbsolutePath(),
        Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
            .toArray(String[]::new));
  }

  /** What a command printed as JSON. */
  public static JsonNode json(Result result) {
    return JsonMapper.shared().readTree(result.output());
  }

  /** The variables that name a test's database. */
  public static Map<String, String> environment(TestDatabase database) {
    return Map.of(
        "NIGHTJAR_DB_URL", database.url(),
        "NIGHTJAR_DB_USER", database.user(),
        "NIGHTJAR_DB_PASSWORD", database.password());
  }

  /** Starts a command in an environment. */
  public static NightjarProcess start(
      Map<String, String> environment, Path home, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString()));
    return launch(environment, home, all);
  }

  /** Starts a command with a umask. */
  public static NightjarProcess startWithUmask(
      String umask, TestDatabase database, Path home, String... arguments) {
    var command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    command.addAll(command(List.of(arguments)));
    command.addAll(List.of("--home", home.toString()));
    return run(environment(database), home, command);
  }

  /**
   * Starts a command on a terminal of its own, with what somebody types there.
   *
   * @param typed lines of answers
   */
  public static NightjarProcess startOnATerminal(Path typed, Path home, String... arguments) {
    var words =
        command(List.of(arguments)).stream()
            .map(each -> "'" + each.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    try {
      Files.createDirectories(PRINTED);
      var output = Files.createTempFile(PRINTED, "nightjar", ".out");
      var builder =
          new ProcessBuilder("script", "--quiet", "--return", "--command", words, "/dev/null")
              .redirectErrorStream(true)
              .redirectInput(typed.toFile())
              .redirectOutput(output.toFile());
      return new NightjarProcess(builder.start(), output, home.resolve("var/nightjar.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NightjarProcess launch(
      Map<String, String> environment, Path home, List<String> arguments) {
    return run(environment, home, command(arguments));
  }

  private static List<String> command(List<String> arguments) {
    var command = new ArrayList<>(Program.command());
    command.addAll(arguments);
    return command;
  }

  private static NightjarProcess run(
      Map<String, String> environment, Path home, List<String> command) {
    try {
      Files.createDirectories(PRINTED);
      var output = Files.createTempFile(PRINTED, "nightjar", ".out");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile()).environment().putAll(environment);
      return new NightjarProcess(builder.start(), output, home.resolve("var/nightjar.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the process as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    keepLog();
  }

  /** Sends a signal, such as {@code TERM}. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Ends a night as systemd does, and checks that it ends in time. */
  public void terminate() throws IOException, InterruptedException {
    long start = System.nanoTime();
    signal("TERM");
    var result = await();
    if (result.exitCode() != 143 && result.exitCode() != 0
        || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) {
      throw new AssertionError("SIGTERM: " + result);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end. */
  public Result await() throws InterruptedException {
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      kill();
      throw new IllegalStateException("the command does not end: " + printed());
    }
    keepLog();
    return new Result(process.exitValue(), printed());
  }

  /** The home is gone after the test, and what was logged there with it. */
  private void keepLog() {
    try {
      if (Files.exists(log)) {
        var name = output.getFileName().toString().replace(".out", ".log");
        Files.copy(log, PRINTED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it printed up to now. */
  public String printed() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
