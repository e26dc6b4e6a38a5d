package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Installation;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Program;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The commands of docs/backup.md, in a shop that then loses everything. */
@Tag("slow")
class BackupTest {
  private static final Map<String, String> EMBEDDED = Map.of();
  private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^(home|backup|dump)=.*$");

  /** What says when and where something was delivered is other in each shop. */
  private static final String VIEWS =
      """
      select table_name from information_schema.views
      where table_schema = 'published'
        and table_name not in ('exports', 'audience_changes', 'audience_destinations')
      order by table_name
      """;

  @TempDir private Path folder;
  private Path programs;
  private Path lost;
  private Path undisturbed;

  @BeforeEach
  void twoHomes() throws IOException {
    programs = Files.createDirectory(folder.resolve("programs"));
    program("nightjar", Program.command());
    lost = Files.createDirectory(folder.resolve("lost"));
    undisturbed = Files.createDirectory(folder.resolve("undisturbed"));
    Installation.configure(lost);
    Installation.configure(undisturbed);
  }

  @Test
  void anEmbeddedDatabaseComesBackWithItsHome() throws Exception {
    try {
      firstNight(lost, EMBEDDED);
      firstNight(undisturbed, EMBEDDED);
      document("embedded backup", EMBEDDED);
      FileSystemUtils.deleteRecursively(lost);
      document("embedded restore", EMBEDDED);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(lost.resolve("var/postgres"))))
          .isEqualTo("rwx------");
      secondNight(lost, EMBEDDED);
      secondNight(undisturbed, EMBEDDED);
      try (var one = embedded(lost);
          var other = embedded(undisturbed)) {
        assertTheSame(one, other);
      }
    } finally {
      for (var home : List.of(lost, undisturbed)) {
        NightjarProcess.start(EMBEDDED, home, "db", "stop").await();
      }
    }
  }

  @Test
  void aDatabaseOfYourOwnComesBackFromItsDump() throws Exception {
    try (var database = TestDatabase.create();
        var other = TestDatabase.create();
        var restored = TestDatabase.of("select 1")) {
      for (var name : List.of("pg_dump", "pg_restore")) {
        var command = database.program(name);
        assumeThat(command).as(name + " of the server's version").isNotEmpty();
        program(name, command);
      }
      var environment = NightjarProcess.environment(database);
      firstNight(lost, environment);
      firstNight(undisturbed, NightjarProcess.environment(other));
      document("external backup", environment);
      FileSystemUtils.deleteRecursively(lost);
      database.shut();
      administrate(restored);
      document("external restore", NightjarProcess.environment(restored));
      secondNight(lost, NightjarProcess.environment(restored));
      secondNight(undisturbed, NightjarProcess.environment(other));
      try (var one = restored.connect();
          var two = other.connect()) {
        assertTheSame(one, two);
      }
    }
  }

  private static void firstNight(Path home, Map<String, String> environment)
      throws InterruptedException {
    night(home, "2025-01-31", environment, "Zebedee 1 day ago 10.00", "B 9 days ago 20.00");
  }

  /** The customers of the first night are still there, and one of them has ordered again. */
  private static void secondNight(Path home, Map<String, String> environment)
      throws InterruptedException {
    night(home, "2025-02-01", environment, "B 0 days ago 30.00", "C 1 day ago 40.00");
  }

  private static void night(
      Path home, String date, Map<String, String> environment, String... orders)
      throws InterruptedException {
    ANight.in(new Shop(null, home), date).withOrders(orders).deliver();
    var result = NightjarProcess.start(environment, home, "run", "--date", date).await();
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  private void assertTheSame(Connection one, Connection other) throws Exception {
    assertThat(published(one)).isEqualTo(published(other)).contains("Zebedee");
    assertThat(extracts(lost)).isEqualTo(extracts(undisturbed)).isNotEmpty();
  }

  private static String published(Connection connection) {
    var db = TestDatabase.on(connection);
    return db.fetch(VIEWS).getValues(0, String.class).stream()
        .map(
            view ->
                view
                    + db.fetch(
                            "select t::text from published.%s t order by t::text collate \"C\""
                                .formatted(view))
                        .formatCSV())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> extracts(Path home) throws IOException {
    var root = home.resolve("extracts");
    var all = new TreeMap<String, String>();
    try (var walk = Files.walk(root)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return all;
  }

  private static Connection embedded(Path home) throws Exception {
    var url = NightjarProcess.start(EMBEDDED, home, "db", "url").await().output().strip();
    var password = Files.readString(home.resolve("var/postgres/pgpass")).strip();
    return DriverManager.getConnection(
        "jdbc:" + url.replaceAll("nightjar@|\\?.*", ""),
        "nightjar",
        password.substring(password.lastIndexOf(':') + 1));
  }

  /** Makes a program that the commands of the page can call by its name. */
  private void program(String name, List<String> command) throws IOException {
    var file = programs.resolve(name);
    var words =
        command.stream()
            .map(each -> "'" + each.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    // the commands of the page change the folder, and the class path begins in this one
    Files.writeString(
        file,
        name.equals("nightjar")
            ? "#!/bin/sh\nhome=$PWD\ncd '%s'\nexec %s \"$@\" --home \"$home\"\n"
                .formatted(Path.of("").toAbsolutePath(), words)
            : "#!/bin/sh\nexec %s \"$@\"\n".formatted(words));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** Runs a block of the page, for the home that is lost. */
  private void document(String name, Map<String, String> environment) throws Exception {
    var places =
        Map.of(
            "home", lost,
            "backup", folder.resolve("shop.tar.gz"),
            "dump", folder.resolve("shop.dump"));
    var script =
        ASSIGNMENT
            .matcher(block(name, "sh"))
            .replaceAll(each -> each.group(1) + "='" + places.get(each.group(1)) + "'");
    var printed = folder.resolve("printed");
    var builder =
        new ProcessBuilder("bash", "-euc", script)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    builder.environment().put("PGPASSWORD", environment.getOrDefault("NIGHTJAR_DB_PASSWORD", ""));
    assertThat(builder.start().waitFor()).as(() -> script + read(printed)).isZero();
  }

  private static void administrate(TestDatabase restored) throws Exception {
    var database = restored.url().substring(restored.url().lastIndexOf('/') + 1);
    try (var connection = restored.connectAsSuperuser()) {
      for (var statement : block("external administrator", "sql").split(";")) {
        if (!statement.isBlank() && !statement.contains("create database")) {
          execute(connection, statement.replace("database nightjar", "database " + database));
        }
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String block(String name, String language) throws IOException {
    var page = Files.readString(Path.of("docs/backup.md"));
    var start = "<!-- BackupTest: %s -->\n```%s\n".formatted(name, language);
    assertThat(page).contains(start);
    var rest = page.substring(page.indexOf(start) + start.length());
    return rest.substring(0, rest.indexOf("```"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
