package dev.nightjar.bench.chaos;

import dev.nightjar.database.Database;
import dev.nightjar.demo.DemoShop;
import dev.nightjar.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The demo's shop in a home with a server of its own, as it stood before one night, as often as
 * needed.
 */
public final class ChaosShop {
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");
  private static final int SEED = 7;
  private static final int ORDERED_AT = 1;
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final String AUDIENCES = "samples/shop-audiences.yaml";
  private static final List<String> EVERYBODY =
      List.of(
          "audiences.declared.everybody.select.orders.at-least=0",
          "audiences.declared.everybody.consent=for-contacts",
          "audiences.declared.everybody.identifiers=email",
          "audiences.declared.everybody.destinations=generic-csv,excel,klaviyo,braze",
          "deliver.files.generic-csv=full,removes,adds",
          "deliver.guard.from=1000000");
  private static final List<String> BUYERS =
      List.of(
          "audiences.declared.buyers.select.orders.at-least=2",
          "audiences.declared.buyers.consent=for-contacts",
          "audiences.declared.buyers.identifiers=email",
          "audiences.declared.buyers.destinations=generic-csv,excel-csv");

  private final Path folder;
  private final Path home;
  private final Path installation;
  private final Commands commands;
  private final List<Place> places;
  private final List<String> settings = new ArrayList<>();
  private final DemoShop demo;
  private final boolean hasManyAudiences;

  /**
   * How large a shop is.
   *
   * @param hasManyAudiences seven audiences at six destinations; otherwise one at four
   */
  public record Size(int customers, boolean hasManyAudiences) {}

  /**
   * @param folder for the home and its copies
   * @param places apart from the home, to which extracts go
   */
  ChaosShop(Path folder, Path installation, Commands commands, List<Place> places, Size size) {
    this.folder = folder;
    this.home = folder.resolve("home");
    this.installation = installation;
    this.commands = commands;
    this.places = places;
    this.demo = new DemoShop(SEED, size.customers(), LAST_DAY);
    places.forEach(place -> settings.addAll(place.settings()));
    this.hasManyAudiences = size.hasManyAudiences();
    settings.addAll(EVERYBODY);
    if (hasManyAudiences) {
      settings.addAll(BUYERS);
    }
  }

  Path home() {
    return home;
  }

  /** The night that is disturbed. */
  LocalDate night() {
    return demo.nights().get(1);
  }

  /** A folder of the home that is to have a disk of its own. */
  Path folder(Disturbance kind) {
    return switch (kind) {
      case FULL_HOME -> home;
      case FULL_EXTRACTS -> home.resolve("extracts");
      case FULL_DATA -> data();
      default -> throw new IllegalArgumentException(kind.text());
    };
  }

  /** The folder of PostgreSQL's data. */
  Path data() {
    return home.resolve("var/postgres/data");
  }

  /**
   * Runs nights up to the day before the night that is disturbed, each with the orders since the
   * one before and the first with all that is older.
   *
   * @param days between two nights
   */
  void live(int nights, int days, Consumer<String> progress) throws Exception {
    configure();
    var inbox = Files.createDirectories(home.resolve("inbox"));
    var made = Files.createDirectories(folder.resolve("made"));
    var last = demo.nights().get(0);
    demo.deliver(last, made);
    var first = last.minusDays((long) days * (nights - 1));
    Files.move(
        made.resolve("customers-%s.csv".formatted(last)),
        inbox.resolve("customers-%s.csv".formatted(first)));
    for (var each :
        lines(made, first.datesUntil(night(), Period.ofDays(days)).toList()).entrySet()) {
      var night = each.getKey();
      Files.write(inbox.resolve("orders-%s.csv".formatted(night)), each.getValue());
      makeOld(inbox);
      var outcome = commands.onAClock(Clock.systemUTC(), home, with("run", night)).await();
      require(outcome, "history, night " + night);
      progress.accept("history: night %s".formatted(night));
    }
    stopServer();
  }

  /** Delivers the files of the night, and remembers how the shop stands before it. */
  void keep() throws Exception {
    demo.deliver(night(), home.resolve("inbox"));
    makeOld(home.resolve("inbox"));
    Shell.copy(home, kept());
    for (var place : places) {
      place.keep();
    }
  }

  /** The lines of the history by the night that is the first to see them. */
  private static TreeMap<LocalDate, List<String>> lines(Path made, List<LocalDate> nights)
      throws IOException {
    var byNight = new TreeMap<LocalDate, List<String>>();
    try (var files = Files.list(made);
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(files.findFirst().orElseThrow())),
                    StandardCharsets.UTF_8))) {
      var header = lines.readLine();
      nights.forEach(night -> byNight.put(night, new ArrayList<>(List.of(header))));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var day = LocalDate.parse(line.split(",")[ORDERED_AT].substring(0, 10));
        byNight.ceilingEntry(day).getValue().add(line);
      }
    }
    return byNight;
  }

  private void configure() throws IOException {
    var shipped = installation.resolve("config");
    var config = Files.createDirectories(home.resolve("config"));
    Files.copy(shipped.resolve("samples/shop.yaml"), config.resolve("shop.yaml"));
    if (hasManyAudiences) {
      Files.copy(shipped.resolve(AUDIENCES), config.resolve("shop-audiences.yaml"));
    }
    try (var files = Files.list(shipped)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, config.resolve(file.getFileName()));
      }
    }
  }

  private static void makeOld(Path inbox) throws IOException {
    try (var files = Files.list(inbox)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    }
  }

  /** Brings the shop back to where it was before the night. */
  void reset() throws Exception {
    Shell.copy(kept(), home);
    for (var place : places) {
      place.reset();
    }
  }

  private Path kept() {
    return folder.resolve("kept");
  }

  /** A command for the night, with the shop's settings. */
  String[] command(String command) {
    return with(command, night());
  }

  private String[] with(String command, LocalDate date) {
    var all = new ArrayList<>(List.of(command, "--date", date.toString()));
    settings.forEach(setting -> all.addAll(List.of("--set", setting)));
    return all.toArray(String[]::new);
  }

  /** A night that does not finish makes everything else pointless. */
  static void require(Run.Outcome outcome, String what) {
    if (outcome.exitCode() != 0 && outcome.exitCode() != 12) {
      throw new IllegalStateException(what + ": " + outcome);
    }
  }

  Witness witness() throws SQLException {
    return new Witness(place(), night());
  }

  ShopState state(Witness witness) throws Exception {
    return ShopState.of(witness.db(), home, places);
  }

  void stopServer() {
    if (!Database.stop(place()).orElse(true)) {
      throw new IllegalStateException("the server of " + home + " does not stop");
    }
  }

  private Home place() {
    return new Home(home, installation, List.of());
  }
}
