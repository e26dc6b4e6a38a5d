package dev.nightjar.cli;

import dev.nightjar.demo.DemoShop;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Segments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs three nights of a generated shop. */
@Command(
    name = "demo",
    description = "Generate a shop and run three nights of it, from scratch, in the folder demo.")
final class DemoCommand implements Runnable {
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");
  private static final List<String> SAMPLES =
      List.of("samples/shop.yaml", "samples/shop-audiences.yaml");
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description =
          "Seed of the generator; each seed gives a different shop (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--customers",
      defaultValue = "5000",
      description = "Number of customers (default: ${DEFAULT-VALUE}).")
  private int customers;

  @Override
  public void run() {
    var folder = nightjar.home().resolve("demo");
    clear(folder);
    configure(folder);
    try (var session = nightjar.open(folder)) {
      session.nights().refuseProblems();
      refuseForeignNights(session);
      var shop = new DemoShop(seed, customers, LAST_DAY);
      for (var night : shop.nights()) {
        System.out.println("Night " + night);
        deliver(shop, night, folder.resolve("inbox"));
        session.nights().run(night, false);
      }
      System.out.printf("%nSegments of %s%n", LAST_DAY);
      SegmentsCommand.print(Segments.of(LAST_DAY, session.published()).segments(), System.out);
      System.out.printf("%nAudiences of %s%n", LAST_DAY);
      AudiencesCommand.print(Audiences.of(LAST_DAY, session.published()).audiences());
      System.out.printf(
          """

          Extracts: %s

          Next:
            %4$s --home %2$s status
            %4$s --home %2$s segments --date %3$s
            psql "$(%4$s --home %2$s db url)" -c "select * from published.segment_moves"
            %4$s --home %2$s db stop

          Report: %5$s
          """,
          folder.resolve("extracts"),
          folder,
          LAST_DAY.minusDays(1),
          System.getProperty("nightjar.command", "nightjar"),
          folder.resolve("reports").resolve(LAST_DAY.toString()).resolve("report.html"));
    }
  }

  private static void deliver(DemoShop shop, LocalDate night, Path inbox) {
    try {
      PrivateFiles.makeFolders(inbox);
      for (var file : shop.deliver(night, inbox)) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives the demo settings of its own: those that ship, and the sources and audiences of the
   * sample shop.
   */
  private void configure(Path folder) {
    var shipped = nightjar.installation().resolve("config");
    var config = folder.resolve("config");
    try (var files = Files.list(shipped)) {
      FileSystemUtils.deleteRecursively(config);
      PrivateFiles.makeFolders(config);
      for (var file :
          Stream.concat(files, SAMPLES.stream().map(shipped::resolve))
              .filter(Files::isRegularFile)
              .toList()) {
        PrivateFiles.write(config.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the previous demo. Refuses a folder that is not a demo. */
  private void clear(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder.resolve("var"))) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "%s exists and is not a demo.%nNext: run the demo in another folder".formatted(folder));
    }
    configure(folder); // settings of an earlier version can be refused
    try (var session = nightjar.open(folder)) {
      if (session.database().isEmbedded()) {
        session.database().stop();
      }
    }
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseForeignNights(Session session) {
    if (!session.ledger().nights().isEmpty()) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "The database already has nights, and the demo would mix with them.\n"
              + "Next: give it an empty database");
    }
  }
}
