package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.oracles.Findings;
import dev.nightjar.oracles.Oracle;
import dev.nightjar.oracles.OracleWall;
import dev.nightjar.oracles.StageTables;
import dev.nightjar.pipeline.Night;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Compares Nightjar with published results of others. */
@Command(
    name = "oracles",
    description = {
      "Run a night for each published result of others, and compare every value.",
      "Works in the folder var/oracles, with its own server unless one is configured.",
      "The exit code is 1 if a value differs."
    })
final class OraclesCommand implements Callable<Integer> {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);
  private static final List<String> STAGES = List.of("ingest", "orders", "rfm", "segments");

  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = {
        "Folder with the published data and results, in data/ and oracles/",
        "(default: SHARED_DIR, or the folder shared next to the home or the installation)."
      })
  private @Nullable Path data;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var folder = folder();
    var results = new LinkedHashMap<Oracle, Findings>();
    for (var oracle : OracleWall.oracles()) {
      if (!json) {
        System.out.printf("%s: a night of %s%n", oracle.name(), oracle.data());
      }
      results.put(oracle, findings(oracle, folder));
    }
    stopServer();
    if (json) {
      Json.print(Map.of("oracles", rows(results)));
    } else {
      print(results);
    }
    return results.values().stream().allMatch(Findings::isReproduced) ? 0 : 1;
  }

  private Path folder() {
    var installation = Path.of(System.getProperty("nightjar.installation", "."));
    var shared = System.getenv("SHARED_DIR");
    var candidates =
        data != null
            ? List.of(data)
            : shared != null
                ? List.of(Path.of(shared))
                : Stream.of(nightjar.home(), installation)
                    .map(each -> each.toAbsolutePath().normalize().resolveSibling("shared"))
                    .toList();
    return candidates.stream()
        .filter(each -> OracleWall.missing(each).isEmpty())
        .findFirst()
        .orElseThrow(() -> notThere(candidates.get(0)));
  }

  private static Failure notThere(Path folder) {
    return new Failure(
        FailureCode.FILE_UNREADABLE,
        "Published results are not part of Nightjar, and %s has no %s%nNext: nightjar oracles --data FOLDER"
            .formatted(folder, String.join(", ", OracleWall.missing(folder))));
  }

  private Findings findings(Oracle oracle, Path folder) throws IOException {
    try (var session = nightjar.open(home(), oracle.settings())) {
      // files of an interrupted oracle can be removed
      session.refuseForeignFiles("the oracles", Oracle.foreignFiles());
      var db = session.published();
      StageTables.clear(db);
      deliver(oracle, folder);
      var night = new Night(oracle.date(), 1);
      STAGES.forEach(stage -> session.stage(stage).run(night));
      var findings = oracle.check(folder, db);
      StageTables.clear(db);
      return findings;
    } finally {
      // the delivered files are the publisher's, in its folder
      FileSystemUtils.deleteRecursively(home().resolve("var/landing"));
    }
  }

  private Path home() {
    return nightjar.home().resolve("var/oracles");
  }

  private void deliver(Oracle oracle, Path folder) throws IOException {
    var inbox = home().resolve("inbox");
    FileSystemUtils.deleteRecursively(inbox);
    PrivateFiles.makeFolders(inbox);
    for (var file : oracle.files(folder).entrySet()) {
      var delivered = inbox.resolve(file.getKey());
      PrivateFiles.write(delivered, file.getValue());
      Files.setLastModifiedTime(delivered, LONG_AGO);
    }
  }

  private void stopServer() {
    try (var session = nightjar.open(home())) {
      if (session.database().isEmbedded()) {
        session.database().stop();
      }
    }
  }

  private static void print(Map<Oracle, Findings> results) {
    var table = new TextTable(2, "oracle", "data", "checked", "differ", "status");
    results.forEach(
        (oracle, findings) ->
            table.row(
                oracle.name(),
                oracle.data(),
                "%,d".formatted(findings.checked()),
                "%,d".formatted(findings.differing()),
                findings.isReproduced() ? "reproduced" : "differs"));
    OracleWall.notExpressible()
        .forEach(each -> table.row(each.name(), each.data(), "–", "–", "not expressible"));
    System.out.printf("%n%s%n", table);
    results.forEach(
        (oracle, findings) -> {
          System.out.printf("%s: %s%n", oracle.name(), oracle.publication());
          if (!findings.isReproduced()) {
            System.out.printf("  differs: %s%n", findings.differences());
          }
        });
    OracleWall.notExpressible()
        .forEach(
            each ->
                System.out.printf(
                    "%s: %s%n  not expressible: %s%n",
                    each.name(), each.publication(), each.reason()));
  }

  private static List<Map<String, Object>> rows(Map<Oracle, Findings> results) {
    var rows = new ArrayList<Map<String, Object>>();
    results.forEach(
        (oracle, findings) -> {
          var row = row(oracle.name(), oracle.data(), oracle.publication());
          row.put("status", findings.isReproduced() ? "reproduced" : "differs");
          row.put("checked", findings.checked());
          row.put("differ", findings.differing());
          row.put("values", findings.tallies());
          row.put("date", oracle.date().toString());
          row.put("settings", oracle.settings());
          rows.add(row);
        });
    for (var each : OracleWall.notExpressible()) {
      var row = row(each.name(), each.data(), each.publication());
      row.put("status", "not expressible");
      row.put("reason", each.reason());
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> row(String name, String data, String publication) {
    var row = new LinkedHashMap<String, Object>();
    row.put("oracle", name);
    row.put("data", data);
    row.put("publication", publication);
    return row;
  }
}
