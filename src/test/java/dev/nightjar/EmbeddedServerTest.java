package dev.nightjar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.nightjar.kit.Installation;
import dev.nightjar.kit.NightjarProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that comes along, as the commands use it. */
@Tag("slow")
class EmbeddedServerTest {
  private static final Map<String, String> NOTHING = Map.of();
  private static final String REFUSED = "28P01";
  private static final String NOT_THERE = "08001";

  private static final String AWKWARD = "b %d {}$HOME \"q\" `id` 'x";

  /** Has the unpacked binaries: unpacking again takes most of a start. */
  private static Path first;

  @TempDir private Path home;

  @BeforeAll
  static void unpack(@TempDir Path folder) throws IOException {
    first = Files.createDirectory(folder.resolve(AWKWARD));
    assertThat(NightjarProcess.nightjar(first, "nights").exitCode()).isZero();
    assertThat(NightjarProcess.nightjar(first, "db", "stop").output()).contains("Stopped.");
  }

  @BeforeEach
  void bringBinariesAndSources() throws Exception {
    bringBinaries(home);
    Installation.configure(home);
  }

  private static void bringBinaries(Path home) throws Exception {
    var folder = home.resolve("var/postgres");
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    var copying =
        new ProcessBuilder("cp", "--archive", binaries(first).toString(), folder.toString());
    assertThat(copying.inheritIO().start().waitFor()).isZero();
  }

  @AfterEach
  void stop() {
    // it can be stopped while the settings are wrong
    assertThat(nightjar("db", "stop", "--set=rfm.windw=all").output()).contains("Stopped.");
    assertThat(nightjar("db", "stop").output()).contains("is not running");
  }

  @Test
  void outlivesAKilledProcessAndServesTheNextCommand() throws Exception {
    nightjar("nights");
    try (var holder = enterAsOwner()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table rfm.scores in access exclusive mode");
      var killed = NightjarProcess.start(NOTHING, home, "run", "--date", "2025-01-31");
      while (!killed.printed().contains("orders")) {
        assertThat(killed.isAlive()).as(killed::printed).isTrue();
        Thread.sleep(20);
      }
      killed.kill();
    }
    assertThat(nightjar("status").output()).contains("interrupted", "nightjar resume");
    var resumed = nightjar("resume");
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output()).contains("Night 2025-01-31 is finished.");

    var url = nightjar("db", "url").output().strip();
    assertThat(url).matches("postgresql://nightjar@localhost:\\d+/nightjar\\?passfile=.*pgpass");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("var/postgres/pgpass"))))
        .isEqualTo("rw-------");
    assertNobodyEntersWithoutThePassword(url);
  }

  @Test
  void asksForAPasswordFromItsFirstMoment() throws Exception {
    var port = home.resolve("var/postgres/port");
    var first = NightjarProcess.start(NOTHING, home, "nights");
    var answers = new HashSet<String>();
    boolean isAlive;
    do {
      isAlive = first.isAlive();
      if (Files.exists(port) && !Files.readString(port).isEmpty()) {
        answers.add(enter("localhost:" + Files.readString(port) + "/postgres", "postgres"));
      }
    } while (isAlive);
    assertThat(first.await().exitCode()).isZero();
    assertThat(answers).contains(REFUSED).isSubsetOf(REFUSED, NOT_THERE, "57P03");
    assertThat(Path.of("/tmp/.s.PGSQL." + Files.readString(port))).doesNotExist();
  }

  @Test
  void anotherUserReadsAndReplacesNothing() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    var night = NightjarProcess.start(NOTHING, home, "run", "--date", "2025-01-31").await();
    assertThat(night.exitCode()).as(night.output()).isZero();
    var found =
        new ProcessBuilder(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "find",
                home.toString(),
                "-mindepth",
                "1",
                "(",
                "-readable",
                "-o",
                "-writable",
                ")",
                "-print")
            .start();
    assertThat(new String(found.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(home.resolve("var/postgres")).isNotEmptyDirectory();
  }

  @Test
  void keepsItsPortAndSaysWhenItIsTaken() throws Exception {
    var url = nightjar("db", "url").output();
    int port = Integer.parseInt(Files.readString(home.resolve("var/postgres/port")));
    assertThat(url).contains("localhost:" + port + "/");
    assertThat(nightjar("db", "stop").output()).contains("Stopped.");
    try (var other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(other.isBound()).isTrue();
      var taken = nightjar("nights");
      assertThat(taken.exitCode()).isEqualTo(5);
      assertThat(taken.output())
          .contains("another program listens on its port " + port)
          .contains("Next: ", "--set=db.port=")
          .doesNotContain("\tat ");
    }
    assertThat(nightjar("db", "url").output()).isEqualTo(url);
    assertThat(nightjar("db", "stop").output()).contains("Stopped.");
    int other = port == 31_999 ? 31_998 : port + 1;
    assertThat(nightjar("db", "url", "--set=db.port=" + other).output())
        .contains("localhost:" + other + "/");
  }

  @Test
  void unpacksBinariesAgainThatAreIncompleteOrOpen() throws Exception {
    nightjar("nights");
    var program = binaries(home).resolve("bin/postgres");
    var unpacked = Files.getLastModifiedTime(program);
    assertThat(nightjar("db", "stop").output()).contains("Stopped.");
    nightjar("nights");
    assertThat(Files.getLastModifiedTime(program)).as("not unpacked twice").isEqualTo(unpacked);
    for (var damage : List.<Damage>of(Files::delete, this::open)) {
      assertThat(nightjar("db", "stop").output()).contains("Stopped.");
      damage.to(program);
      assertThat(nightjar("nights").exitCode()).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program)))
          .isEqualTo("rwx------");
    }
  }

  private interface Damage {
    void to(Path file) throws IOException;
  }

  private void open(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static Path binaries(Path home) throws IOException {
    try (var all = Files.list(home.resolve("var/postgres"))) {
      return all.filter(each -> each.getFileName().toString().startsWith("binaries-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void startsAfterARebootThatGaveItsNumberToAnotherProcess() throws Exception {
    nightjar("nights");
    var pidFile = home.resolve("var/postgres/data/postmaster.pid");
    var lines = Files.readAllLines(pidFile);
    assertThat(nightjar("db", "stop").output()).contains("Stopped.");
    lines.set(0, String.valueOf(ProcessHandle.current().pid()));
    Files.write(pidFile, lines);
    var nights = nightjar("nights");
    assertThat(nights.exitCode()).as(nights.output()).isZero();
  }

  @Test
  void startsInAHomeWithAnAwkwardName() throws Exception {
    var awkward = Files.createDirectory(home.resolve(AWKWARD));
    bringBinaries(awkward);
    try {
      var nights = NightjarProcess.start(NOTHING, awkward, "nights").await();
      assertThat(nights.exitCode()).as(nights.output()).isZero();
      assertThat(awkward.resolve("var/nightjar.log")).isRegularFile();
    } finally {
      var stopped = NightjarProcess.start(NOTHING, awkward, "db", "stop").await();
      assertThat(stopped.output()).contains("Stopped.");
    }
    nightjar("nights");
  }

  @Test
  void aReaderSeesWhatIsPublishedAndDoesNothingElse() throws Exception {
    var gate = "--set=gates.declared.its.";
    var measured = gate + "sql-number=select count(*) from orders.customers";
    assertThat(nightjar("run", "--date=2025-01-31", measured, gate + "warn-if.above=0").exitCode())
        .as("also the role of gates is there, and granted")
        .isZero();
    var address = address(nightjar("db", "url").output().strip());
    try (var owner = enterAsOwner();
        var statement = owner.createStatement()) {
      statement.execute("create role dashboards login password 'seen'");
      statement.execute("grant nightjar_reader to dashboards");
    }
    try (var reader =
            DriverManager.getConnection("jdbc:postgresql://" + address, "dashboards", "seen");
        var statement = reader.createStatement()) {
      statement.execute("select count(*) from published.customer_segments");
      for (var forbidden :
          List.of(
              "select 1 from rfm.scores",
              "select pg_advisory_lock(1)",
              "select pg_try_advisory_xact_lock(1, 2)",
              "do $$ begin lock table pipeline.night_lock in exclusive mode; end $$",
              "create temporary table t (n int)",
              "create table public.t (n int)",
              "select lo_create(0)",
              "select lo_from_bytea(0, 'x')")) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .as(forbidden)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
    }
    assertThat(enter(address.replace("/nightjar", "/postgres"), "dashboards", "seen"))
        .isEqualTo("42501");
  }

  private Connection enterAsOwner() throws Exception {
    var password = Files.readString(home.resolve("var/postgres/pgpass")).strip().substring(8);
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address(nightjar("db", "url").output().strip()),
        "nightjar",
        password);
  }

  private void assertNobodyEntersWithoutThePassword(String url) {
    for (var user : List.of("nightjar", "postgres")) {
      assertThat(enter(address(url), user)).isEqualTo(REFUSED);
    }
  }

  private static String address(String url) {
    return url.substring(url.indexOf('@') + 1, url.indexOf('?'));
  }

  private static String enter(String address, String user) {
    return enter(address, user, "guessed");
  }

  /** What came of it: the state of the refusal. */
  private static String enter(String address, String user, String password) {
    try (var connection =
        DriverManager.getConnection("jdbc:postgresql://" + address, user, password)) {
      return "came in";
    } catch (SQLException refused) {
      return refused.getSQLState();
    }
  }

  private NightjarProcess.Result nightjar(String... arguments) {
    return NightjarProcess.nightjar(home, arguments);
  }
}
