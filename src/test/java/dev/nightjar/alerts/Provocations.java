package dev.nightjar.alerts;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightjar.bench.chaos.SmallDisk;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Background;
import dev.nightjar.kit.FaultySftp;
import dev.nightjar.kit.NightjarProcess.Result;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.pipeline.NightStop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The smallest real night or command that ends with a failure code, for each code. */
record Provocations(Shop shop, Path folder, String night) {
  private static final String ORDERS = "ingest.sources.shop-orders.";
  private static final String GATE = "gates.declared.one.";

  /**
   * Provokes a failure. A code without a provocation is not compiled.
   *
   * @param forget called when an earlier command has sent alerts of its own
   */
  Result of(FailureCode code, Runnable forget) throws Exception {
    return switch (code) {
      case STAGE_BROKEN -> afterSql("alter table rfm.metrics rename to lost");
      case FILE_QUARANTINED -> withWrongHeader(shop.with(ORDERS + "expect.required=true"));
      case FILE_MISSING -> run(ORDERS + "expect.required=true");
      case TOO_MANY_FILES -> withTwoFiles();
      case SOURCE_AWAY -> fetch("port=1");
      case LOGIN_REFUSED -> fetch("password=wrong");
      case HOST_KEY_CHANGED -> fetch("known-hosts=" + Files.createFile(folder.resolve("none")));
      case FOLDER_MISSING -> fetch("path=nowhere");
      case AUDIT_FAILED -> afterSql(LOSE_MEMBERSHIPS);
      case SUPPRESSIONS_IN_DOUBT -> withoutSuppressions();
      case ERASURES_IN_DOUBT -> withAnotherSecret();
      case DELIVERY_FAILED -> withoutDestination();
      case TABLES_DIFFER -> verifyChanged();
      case FILE_UNREADABLE -> nightjar(shop, "preview", folder.resolve("none.csv").toString());
      case PREVIEW_QUARANTINED -> previewWrongHeader();
      case BAD_SETTINGS -> run("rfm.binz=4");
      case NIGHT_RUNNING -> before().whileANightWaits(this::runAnother);
      case DATABASE_AWAY -> withoutDatabase();
      case DATABASE_FULL -> afterSql(FULL);
      case DISK_FULL -> withFullDisk();
      case NIGHT_REFUSED -> runTwice(forget);
      case CHANGES_WAIT -> loseMost();
      case FILES_SET_ASIDE -> withWrongHeader(shop);
      case LOCK_LOST -> whileANightWaits(this::takeTheLock);
      case SCHEMA_NEWER -> afterSql(NEWER);
      case GATE_WARNED -> run(GATE + "sql-number=select 1", GATE + "warn-if.above=0");
      case GATE_STOPPED -> run(GATE + "sql-number=select 1", GATE + "error-if.above=0");
      case DOCTOR_FAILED -> nightjar(shop, "doctor", "--set=db.url=" + NOWHERE);
      case NIGHT_STOPPED -> whileANightWaits(this::stop);
    };
  }

  private Result run(String... settings) {
    Stream.of(settings).forEach(shop::with);
    return nightjar(shop, "run", "--date", night);
  }

  private Result runWithAnn() {
    ANight.in(shop, night).withOrders("Ann@example.com 1 day ago 10.00").deliver();
    return run();
  }

  private Result afterSql(String sql) {
    shop.query(db -> db.execute(sql));
    return runWithAnn();
  }

  /** A disk that is full to the last page where extracts are written before they are delivered. */
  private Result withFullDisk() throws Exception {
    assumeTrue(
        SmallDisk.isPossible(folder), "not root: no file system can be mounted to be filled");
    try (var disk = SmallDisk.of(Files.createDirectories(shop.folder().resolve("var/outbox")))) {
      disk.fill();
      return runWithAnn();
    }
  }

  private Result withWrongHeader(Shop its) {
    its.deliver("orders-1.csv", "no,header", "1,2");
    return run();
  }

  private Result withTwoFiles() {
    shop.deliver("orders-1.csv", ANight.header()).deliver("orders-2.csv", ANight.header(), "");
    return run(ORDERS + "expect.max-files=1");
  }

  /** Fetches from a server, with a setting that is wrong. */
  private Result fetch(String wrong) throws Exception {
    try (var server = FaultySftp.in(folder)) {
      server.settings("main").forEach(shop::with);
      shop.with("ingest.sftp.main.password=" + FaultySftp.PASSWORD.replace("${", "\\${"));
      return nightjar(shop, "run", "--date", night, "--set=ingest.sftp.main." + wrong);
    }
  }

  private Result withoutSuppressions() {
    shop.with("ingest.sources.no.feed=suppressions")
        .with("ingest.sources.no.files=no-*.csv")
        .with("ingest.sources.no.columns.email=email");
    return runWithAnn();
  }

  private Result withAnotherSecret() {
    shop.with("privacy.secret=a secret that is long enough").erase("A");
    return nightjar(
        shop, "run", "--date", night, "--set=privacy.secret=another one that is long enough");
  }

  private Result withoutDestination() throws Exception {
    try (var server = FaultySftp.in(folder)) {
      server.delivery("generic-csv").forEach(shop::with);
    }
    shop.with("deliver.deliveries.generic-csv.sftp.password=secret");
    return runWithAnn();
  }

  private Result verifyChanged() {
    ANight.in(shop, night).withOrders("A 1 day ago 10.00").run();
    shop.query(db -> db.execute("update rfm.metrics set net_value = 1"));
    return nightjar(shop, "verify", "rfm");
  }

  private Result previewWrongHeader() throws Exception {
    var file = Files.writeString(folder.resolve("orders-1.csv"), "no,header\n1,2\n");
    return nightjar(shop, "preview", file.toString());
  }

  private Result withoutDatabase() throws Exception {
    shop.database().shut();
    return run();
  }

  private Result runTwice(Runnable forget) {
    run(ORDERS + "expect.required=true");
    forget.run();
    return run();
  }

  private Result loseMost() {
    shop.with("audiences.declared.recent.select.days-since-order.at-most=2")
        .with("audiences.declared.recent.consent=for-contacts")
        .with("deliver.guard.from=1");
    ANight.in(shop, "2025-01-28").withOrders("A 1 day ago 1.00", "B 1 day ago 1.00").run();
    ANight.in(shop, night).withOrders("A 0 days ago 1.00").deliver();
    return run();
  }

  /** The same a week before. */
  private Provocations before() {
    return new Provocations(shop, folder, "2025-01-24");
  }

  private interface Disturbance {
    Result of(CompletableFuture<Result> running, Connection holder) throws Exception;
  }

  /** Holds a night up in the stage rfm, and disturbs it there. */
  private Result whileANightWaits(Disturbance disturbance) throws Exception {
    try (var holder = shop.database().connectAsSuperuser()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table rfm.scores in access exclusive mode");
      var running = Background.start(this::runWithAnn);
      await("rfm", running);
      return disturbance.of(running, holder);
    }
  }

  /** Waits until a statement waits for a lock. */
  private void await(String statement, CompletableFuture<?> running) throws Exception {
    var waits =
        "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
            + " and datname = current_database() and query like '%"
            + statement
            + "%'";
    var deadline = Instant.now().plus(1, ChronoUnit.MINUTES);
    while (shop.rows(waits).isEmpty()) {
      assertThat(running).isNotDone();
      assertThat(Instant.now()).as("nothing waits with " + statement).isBefore(deadline);
      Thread.sleep(20);
    }
  }

  private Result runAnother(CompletableFuture<Result> running, Connection holder) throws Exception {
    var another = run();
    assertThat(nightjar(shop, "status").output()).contains("running");
    holder.rollback();
    assertThat(running.get(1, TimeUnit.MINUTES).exitCode()).isZero();
    return another;
  }

  private Result stop(CompletableFuture<Result> running, Connection holder) throws Exception {
    assertThat(shop.<Optional<?>>open(its -> its.getBean(NightStop.class).request())).isPresent();
    return running.get(1, TimeUnit.MINUTES);
  }

  private Result takeTheLock(CompletableFuture<Result> running, Connection holder)
      throws Exception {
    shop.database().endLockSessions();
    var other =
        Background.start(
            () -> shop.open(its -> its.getBean(NightLock.class).alone("another", running::join)));
    await("update pipeline.night_turns", other);
    holder.rollback();
    return other.get(1, TimeUnit.MINUTES);
  }

  private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/none";

  private static final String LOSE_MEMBERSHIPS =
      """
      create function segments.lose() returns trigger language plpgsql as
        $$ begin return null; end $$;
      create trigger lose before insert on segments.memberships for each row execute function segments.lose();
      """;

  private static final String FULL =
      """
      create function publish.fill() returns trigger language plpgsql as
        $$ begin raise exception using errcode = '53100', message = 'No space left on device'; end $$;
      create trigger fill before insert on publish.publications for each statement execute function publish.fill();
      """;

  private static final String NEWER =
      """
      insert into pipeline.flyway_schema_history (installed_rank, version, description,
        type, script, checksum, installed_by, execution_time, success)
      values (99, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, true)
      """;
}
