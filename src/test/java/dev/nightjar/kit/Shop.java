package dev.nightjar.kit;

import dev.nightjar.Application;
import dev.nightjar.database.Database;
import dev.nightjar.home.Home;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Nights;
import dev.nightjar.pipeline.Progress;
import dev.nightjar.pipeline.StageReport;
import dev.nightjar.ports.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * A shop with a folder and a database of its own, on the configuration that ships, with one
 * audience: everybody.
 */
public final class Shop {
  private static final List<String> STAGES =
      List.of("ingest", "orders", "rfm", "clustering", "forecast", "segments", "audiences");
  static final String AUDIENCES = "audiences.declared.";
  private static final List<String> EVERYBODY =
      List.of(
          AUDIENCES + "everybody.select.orders.at-least=0",
          AUDIENCES + "everybody.consent=for-contacts");
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private final TestDatabase database;
  private final Path folder;
  private final List<String> settings = new ArrayList<>();
  private final SettableClock clock = new SettableClock();
  private final Map<LocalDate, Integer> revisions = new HashMap<>();
  private boolean hasSegmentAudiences;
  private @Nullable String lastStage;

  /** A shop in a folder that may hold one already. */
  public Shop(TestDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** Adds a setting, as {@code rfm.window=all}. */
  public Shop with(String setting) {
    settings.add(setting);
    return this;
  }

  /** Declares no audience: each segment is one, which takes a night four times as long. */
  public Shop withSegmentAudiences() {
    hasSegmentAudiences = true;
    return this;
  }

  /** Lets {@link #run} end with a stage before publish, for tests that look at nothing further. */
  public Shop upTo(String stage) {
    lastStage = stage;
    return this;
  }

  /** Lets {@link #run} run every stage, which it does by itself. */
  public Shop upToTheEnd() {
    lastStage = null;
    return this;
  }

  /** Sets the clock of nights, also of one that runs. */
  public Shop at(String moment) {
    clock.set(Instant.parse(moment));
    return this;
  }

  public Path folder() {
    return folder;
  }

  public TestDatabase database() {
    return database;
  }

  /** Puts a file of lines into the inbox. */
  public Shop deliver(String name, String... lines) {
    return deliver(
        name, (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Puts a file into the inbox. */
  public Shop deliver(String name, byte[] bytes) {
    try {
      var file = folder.resolve("inbox").resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, LONG_AGO);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a night; empty where it is finished already. */
  public Optional<Night> run(String date) {
    if (lastStage != null) {
      return Optional.of(runUpTo(lastStage, LocalDate.parse(date)));
    }
    return nights(nights -> nights.run(LocalDate.parse(date), false));
  }

  /** Runs a night once more. */
  public Optional<Night> runAgain(String date) {
    if (lastStage != null) {
      return Optional.of(runUpTo(lastStage, LocalDate.parse(date)));
    }
    return nights(nights -> nights.run(LocalDate.parse(date), true));
  }

  private Night runUpTo(String last, LocalDate date) {
    var night = new Night(date, revisions.merge(date, 1, Integer::sum));
    var names = STAGES.subList(0, STAGES.indexOf(last) + 1);
    stages(open -> names.forEach(name -> open.stage(name).run(night)));
    return night;
  }

  /** Goes on with the night that is not finished; empty where there is none. */
  public Optional<Night> resume() {
    return nights(nights -> nights.resume(null));
  }

  /** Goes on with a night. */
  public Optional<Night> resume(String date) {
    return nights(nights -> nights.resume(LocalDate.parse(date)));
  }

  /** Runs the ingest stage alone, on a schema that is up to date. */
  public StageReport ingest(String date) {
    var reports = new ArrayList<StageReport>();
    stages(open -> reports.add(open.run(date, "ingest")));
    return reports.get(0);
  }

  /**
   * What the tables that nights keep up to date have otherwise than tables made anew.
   *
   * @param lastNight the night that ran last
   * @return rows by table, of those that differ
   */
  public Map<String, Long> differences(String lastNight) {
    var differences = new TreeMap<String, Long>();
    stages(open -> differences.putAll(open.differences(lastNight)));
    return differences;
  }

  /** Uses stages by themselves, on a schema that is up to date. */
  public void stages(Consumer<OpenStages> use) {
    try (var context = Application.open(home(), Progress.silent(), clock)) {
      context.getBean(Database.class).migrate();
      use.accept(new OpenStages(context));
    }
  }

  /** Does something with the pipeline. */
  public <T> T nights(Function<Nights, T> use) {
    return open(context -> use.apply(context.getBean(Nights.class)));
  }

  /** Does something with any parts, of which each call has its own, as each process has. */
  public <T> T open(Function<ApplicationContext, T> use) {
    try (var context = Application.open(home(), Progress.silent(), clock)) {
      return use.apply(context);
    }
  }

  /** Erases people, or tells of them. */
  public <T> T people(Function<PersonalData, T> use) {
    return open(context -> use.apply(context.getBean(PersonalData.class)));
  }

  /** Erases a customer. */
  public PersonalData.Erased erase(String... keys) {
    return erase(List.of(keys), List.of());
  }

  /** Erases customers by their keys and e-mail addresses. */
  public PersonalData.Erased erase(List<String> keys, List<String> emails) {
    return people(people -> people.erase(new PersonalData.Named(keys, emails)));
  }

  /** Asks the database. */
  public <T> T query(Function<DSLContext, T> question) {
    try (Connection connection = database.connect()) {
      return question.apply(TestDatabase.on(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("the test's question failed", e);
    }
  }

  /** The rows of a query, each as its values joined by {@code |}, null as nothing. */
  public List<String> rows(String sql) {
    return query(db -> db.fetch(sql).map(Shop::text));
  }

  /** Everything that the business reads, as text. */
  public String published() {
    var views =
        List.of(
            "segments",
            "customer_segments",
            "segment_profile",
            "segment_moves",
            "segment_attributes",
            "membership_history",
            "clusters",
            "cluster_features",
            "cluster_attributes",
            "cluster_history",
            "segments_by_clusters",
            "customer_forecast",
            "audiences",
            "audience_exclusions",
            "audience_members");
    var all = new StringBuilder();
    for (var view : views) {
      all.append(view).append('\n');
      rows("select * from published." + view + " t order by t::text collate \"C\"")
          .forEach(row -> all.append(row).append('\n'));
    }
    return all.toString();
  }

  /** Every delivered file by its path, with its bytes as text. */
  public Map<String, String> extracts() {
    return files("extracts");
  }

  /** The reports of the nights, by their paths. */
  public Map<String, String> reports() {
    return files("reports");
  }

  private Map<String, String> files(String name) {
    var root = folder.resolve(name);
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(root)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private Home home() {
    return new Home(folder, Installation.folder(), settings());
  }

  /** Every setting that is not of the configuration that ships, the database's among them. */
  List<String> settings() {
    var all = new ArrayList<>(database.settings());
    all.addAll(settings);
    boolean hasOwn =
        Files.exists(folder.resolve("config"))
            || settings.stream().anyMatch(setting -> setting.startsWith(AUDIENCES));
    if (!hasOwn && !hasSegmentAudiences) {
      all.addAll(EVERYBODY);
    }
    return all;
  }

  private static String text(Record row) {
    return String.join("|", row.intoList().stream().map(Shop::text).toList());
  }

  private static String text(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.toString(array);
    }
    return value == null ? "" : value.toString();
  }
}
