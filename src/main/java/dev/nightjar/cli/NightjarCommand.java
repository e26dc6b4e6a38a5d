package dev.nightjar.cli;

import dev.nightjar.alerts.AlertSender;
import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.home.LogFile;
import dev.nightjar.home.LogLines;
import dev.nightjar.pipeline.Progress;
import dev.nightjar.views.UpliftQuestion;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command line, with the options that all commands share. */
@Command(
    name = "nightjar",
    description = "Order files in, customer segments and marketing audiences out, every night.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = false,
    subcommands = {
      DemoCommand.class,
      InitCommand.class,
      RunCommand.class,
      ResumeCommand.class,
      BackfillCommand.class,
      ServeCommand.class,
      UserCommand.class,
      TokenCommand.class,
      StopCommand.class,
      StatusCommand.class,
      NightsCommand.class,
      SegmentsCommand.class,
      ClustersCommand.class,
      LookalikesCommand.class,
      PredictCommand.class,
      ForecastCommand.class,
      ScoreCommand.class,
      VerifyCommand.class,
      MovesCommand.class,
      ExplainCommand.class,
      ReportCommand.class,
      AudiencesCommand.class,
      ApproveCommand.class,
      AlertsCommand.class,
      UpliftCommand.class,
      EraseCommand.class,
      WhoCommand.class,
      LintCommand.class,
      DoctorCommand.class,
      DestinationsCommand.class,
      PurgeCommand.class,
      GuessCommand.class,
      PreviewCommand.class,
      RejectsCommand.class,
      DatabaseCommand.class,
      OraclesCommand.class,
      VersionCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "In a source checkout, nightjar test runs every test, nightjar test --fast only those without",
      "servers, and nightjar bench measures speed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a stage failed; continue with nightjar resume",
      "2:the command line is wrong",
      "3:the configuration is wrong; nothing was started",
      "4:another night is running",
      "5:the database cannot be reached",
      "6:the night is not in a state for this command",
      "7:the night is finished; changes wait for nightjar approve",
      "8:the night is finished without quarantined files",
      "9:another process took the lock of the night",
      "10:a newer version has changed the database",
      "11:a night would quarantine the file of preview",
      "12:the night is finished; gates warn",
      "13:a gate stopped the night; it waits for nightjar approve",
      "14:doctor found something that fails; it says what to do",
      "130:interrupted; continue with nightjar resume",
      "143:stopped by nightjar stop or a signal; continue with nightjar resume"
    })
public final class NightjarCommand implements Runnable {
  private final Opener opener;
  private final SignalStop signal = new SignalStop();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the help of a command.")
  private boolean isHelpWanted;

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:NIGHTJAR_HOME:-.}",
      description = "The shop's folder (default: NIGHTJAR_HOME, or the current folder).")
  private Path home = Path.of(".");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description = "A setting for this command only, such as rfm.window=all. Can be repeated.")
  private List<String> overrides = new ArrayList<>();

  /** Opens the pipeline of a home. */
  public interface Opener {
    /** The pipeline of a home, with nothing started and nothing connected. */
    ConfigurableApplicationContext open(Home home, Progress progress, Clock clock);
  }

  /**
   * Runs a command line.
   *
   * @return the exit code
   */
  public static int run(String[] args, Opener opener) {
    return new NightjarCommand(opener).execute(args);
  }

  static CommandLine commandLine(Opener opener) {
    return new NightjarCommand(opener).commandLine();
  }

  /** A command line that has not run yet. */
  public NightjarCommand(Opener opener) {
    this.opener = opener;
  }

  /**
   * Runs a command line, once.
   *
   * @return the exit code
   */
  public int execute(String... args) {
    try {
      return commandLine().execute(args);
    } finally {
      signal.ended();
    }
  }

  /** Called when the process is to end: lets a night stop, and other commands end at once. */
  public void stop() {
    signal.stop();
  }

  /** Gives the running command a way to stop, which returns whether there is an end to wait for. */
  void stoppedBy(BooleanSupplier way) {
    signal.stoppedBy(way);
  }

  private CommandLine commandLine() {
    return new CommandLine(this)
        .registerConverter(LocalDate.class, NightjarCommand::date)
        .registerConverter(Period.class, NightjarCommand::period)
        .registerConverter(UpliftQuestion.Effect.class, UpliftCommand::effect)
        .setExecutionExceptionHandler(CommandFailures::explain)
        .setAllowSubcommandsAsOptionParameters(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setUsageHelpWidth(100) // where no terminal says its own
        .setUsageHelpLongOptionsMaxWidth(30);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** The pipeline of the home that the options name. */
  Session open() {
    return open(home);
  }

  /** The pipeline of the home that the options name; wrong settings are an alert too. */
  Session openForNights() {
    try {
      return open();
    } catch (BadSettings problems) {
      AlertSender.unconfigured(place(), problems, Clock.systemUTC());
      throw problems;
    }
  }

  /** The pipeline of a home, with the settings that the options give. */
  Session open(Path folder) {
    return open(folder, List.of());
  }

  /** The pipeline of a home, with a command's own settings and those that the options give. */
  Session open(Path folder, List<String> settings) {
    return open(place(folder, settings), opener, System.out);
  }

  /** The pipeline of the home that the options name, with its progress on a screen. */
  Session open(PrintStream screen) {
    return open(place(), opener, screen);
  }

  private Session open(Home place, Opener by, PrintStream screen) {
    var session = new Session(place, by, screen);
    stoppedBy(session.stop()::onSignal);
    return session;
  }

  /** The options that all commands share, for another command of the same home. */
  List<String> options() {
    var options = new ArrayList<>(List.of("--home", home.toString()));
    overrides.forEach(each -> options.addAll(List.of("--set", each)));
    return options;
  }

  /**
   * The pipeline of the home that the options name, with a command's own settings over all others.
   */
  Session open(List<String> settings, boolean isSilent) {
    var place = place(home, List.of());
    var all = new ArrayList<>(place.overrides());
    all.addAll(settings);
    return open(
        new Home(place.folder(), place.installation(), all),
        isSilent ? (any, progress, clock) -> opener.open(any, Progress.silent(), clock) : opener,
        System.out);
  }

  /** The home that the options name; it needs no settings. */
  Home place() {
    return place(home, List.of());
  }

  private Home place(Path folder, List<String> settings) {
    if (!Files.isDirectory(home)) {
      throw new Failure(
          FailureCode.BAD_SETTINGS,
          "The home %s does not exist.%nNext: mkdir -p %s, or another --home"
              .formatted(home, home));
    }
    var all = new ArrayList<>(settings);
    all.addAll(overrides);
    var place = new Home(folder, installation(), all);
    LogLines.check();
    System.setProperty(LogFile.PATH, place.var().resolve("nightjar.log").toString());
    return place;
  }

  Opener opener() {
    return opener;
  }

  Path home() {
    return home;
  }

  /** The folder with the settings that ship. */
  Path installation() {
    return Path.of(System.getProperty("nightjar.installation", "."));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a date (expected: 2026-06-30)");
    }
  }

  private static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a period (expected: P90D or P3M)");
    }
  }
}
