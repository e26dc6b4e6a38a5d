package dev.nightjar.cli;

import dev.nightjar.database.CopiedRows;
import dev.nightjar.database.Database;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.operations.Backfill;
import dev.nightjar.operations.NightAlerts;
import dev.nightjar.pipeline.DryRun;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.pipeline.NightStop;
import dev.nightjar.pipeline.Nights;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.ports.AudienceLinter;
import dev.nightjar.ports.DeliveryApprovals;
import dev.nightjar.ports.ExtractPurger;
import dev.nightjar.ports.ExtractWithdrawals;
import dev.nightjar.ports.FilePreviews;
import dev.nightjar.ports.ForecastBackTests;
import dev.nightjar.ports.MapLinter;
import dev.nightjar.ports.ModelAcceptance;
import dev.nightjar.ports.MoveCauses;
import dev.nightjar.ports.NearestCustomers;
import dev.nightjar.ports.PersonalData;
import dev.nightjar.ports.SegmentForecast;
import dev.nightjar.views.LandedFiles;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The pipeline of a home, open for one command. */
final class Session implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Home home;
  private boolean isMigrated;

  Session(Home home, NightjarCommand.Opener opener, PrintStream screen) {
    this.home = home;
    this.context =
        opener.open(home, new ConsoleProgress(screen, this::copiedRows), Clock.systemUTC());
  }

  private long copiedRows() {
    return CopiedRows.now(context.getBean(DSLContext.class));
  }

  Home home() {
    return home;
  }

  /** The components of the pipeline. */
  ApplicationContext pipeline() {
    return context;
  }

  /** A component of the pipeline, by its type. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  Nights nights() {
    return context.getBean(Nights.class);
  }

  /**
   * Runs or resumes a night, and alerts people if it ends badly.
   *
   * @param date null for the night that {@code run} chooses
   */
  Optional<Night> watch(@Nullable LocalDate date, Supplier<Optional<Night>> run) {
    return part(NightAlerts.class).watch(date, run);
  }

  Database database() {
    return context.getBean(Database.class);
  }

  Clock clock() {
    return context.getBean(Clock.class);
  }

  NightLock lock() {
    return context.getBean(NightLock.class);
  }

  Backfill backfill() {
    return context.getBean(Backfill.class);
  }

  NightStop stop() {
    return context.getBean(NightStop.class);
  }

  /**
   * Refuses to work while a night runs.
   *
   * @throws Failure {@link FailureCode#NIGHT_RUNNING}
   */
  void refuseDuringANight() {
    if (lock().isTaken()) {
      throw new Failure(
          FailureCode.NIGHT_RUNNING,
          "A night is running.\nNext: wait until it ends (nightjar status), then try again.");
    }
  }

  FilePreviews examiner() {
    return context.getBean(FilePreviews.class);
  }

  MapLinter maps() {
    return context.getBean(MapLinter.class);
  }

  Destinations destinations() {
    return context.getBean(Destinations.class);
  }

  NearestCustomers nearest() {
    return context.getBean(NearestCustomers.class);
  }

  MoveCauses moveCauses() {
    return context.getBean(MoveCauses.class);
  }

  ForecastBackTests backTests() {
    return context.getBean(ForecastBackTests.class);
  }

  SegmentForecast forecast() {
    return context.getBean(SegmentForecast.class);
  }

  AudienceLinter audiences() {
    return context.getBean(AudienceLinter.class);
  }

  ExtractPurger purger() {
    return context.getBean(ExtractPurger.class);
  }

  ExtractWithdrawals withdrawals() {
    return context.getBean(ExtractWithdrawals.class);
  }

  DeliveryApprovals approvals() {
    return context.getBean(DeliveryApprovals.class);
  }

  ModelAcceptance models() {
    return context.getBean(ModelAcceptance.class);
  }

  PersonalData personalData() {
    return context.getBean(PersonalData.class);
  }

  Stage stage(String name) {
    return context.getBeansOfType(Stage.class).values().stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  DryRun dryRun() {
    return context.getBean(DryRun.class);
  }

  /** The ledger, after migrations. */
  Ledger ledger() {
    migrate();
    return context.getBean(Ledger.class);
  }

  /** The database, after migrations. */
  DSLContext published() {
    migrate();
    return context.getBean(DSLContext.class);
  }

  /** The database as it is, which can be without tables. */
  DSLContext unmigrated() {
    return context.getBean(DSLContext.class);
  }

  /** Brings the schema up to date, once. */
  void migrate() {
    if (!isMigrated) {
      database().migrate();
      isMigrated = true;
    }
  }

  /**
   * Refuses a database with landing files that the command would remove.
   *
   * @param who the command, for the message
   * @param foreign condition on the file ledger
   */
  void refuseForeignFiles(String who, Condition foreign) {
    if (LandedFiles.exist(foreign, published())) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "The database already has files, and %s would remove them.%nNext: give it an empty database"
              .formatted(who));
    }
  }

  /** The zone of the business. */
  ZoneId zone() {
    return context.getBean(BusinessSettings.class).zone();
  }

  /** The given date, or the last business date that is over. */
  LocalDate dateOr(@Nullable LocalDate date) {
    var business = context.getBean(BusinessSettings.class);
    return date == null ? business.lastDate(context.getBean(Clock.class)) : date;
  }

  @Override
  public void close() {
    context.close();
  }
}
