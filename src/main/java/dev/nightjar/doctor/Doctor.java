package dev.nightjar.doctor;

import dev.nightjar.alerts.AlertSender;
import dev.nightjar.database.Database;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.doctor.Finding.Verdict;
import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Home;
import dev.nightjar.pipeline.Nights;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StagePath;
import dev.nightjar.ports.AudienceLinter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Examines a home and all that its nights need. What one check cannot find out stops no other. */
public final class Doctor {
  private static final String SETTINGS = "settings";

  private final Home home;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();

  private Doctor(Home home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  /**
   * The findings, in the order of the checks. Starts the embedded server if it was set up before;
   * changes nothing else.
   *
   * @param opener opens the pipeline of the home; throws {@link BadSettings}
   */
  public static List<Finding> examine(
      Home home, Clock clock, Supplier<ConfigurableApplicationContext> opener) {
    var doctor = new Doctor(home, clock);
    try (var pipeline = opener.get()) {
      doctor.examine(pipeline);
    } catch (BadSettings bad) {
      doctor.examineWithout(bad);
    }
    doctor.alerts();
    return doctor.findings;
  }

  private void examine(ApplicationContext pipeline) {
    settings(pipeline);
    var paths =
        pipeline.getBeansOfType(Stage.class).values().stream()
            .flatMap(stage -> stage.paths().stream())
            .toList();
    var database = pipeline.getBean(Database.class);
    files(paths, database.isEmbedded());
    findings.addAll(FileChecks.servers(paths));
    findings.addAll(FileChecks.keys(pipeline.getBean(Destinations.class).expiries(), clock));
    var found = DatabaseCheck.of(database, clock);
    findings.addAll(found.findings());
    if (found.hasTables()) {
      findings.addAll(NightsCheck.of(pipeline));
    }
  }

  private void settings(ApplicationContext pipeline) {
    var open = new ArrayList<Finding>();
    pipeline.getBean(Nights.class).problems().forEach(problem -> open.add(wrong(problem)));
    pipeline
        .getBean(AudienceLinter.class)
        .warnings()
        .forEach(warning -> open.add(Finding.warn(SETTINGS, warning, "nightjar lint")));
    findings.addAll(Finding.orOk(open, SETTINGS, "settings and routes have no problems"));
  }

  private static Finding wrong(String problem) {
    return Finding.fail(SETTINGS, problem, "fix this, then nightjar lint");
  }

  /** What can be examined while the settings are wrong. */
  private void examineWithout(BadSettings bad) {
    bad.problems().forEach(problem -> findings.add(wrong(problem)));
    findings.add(
        Finding.warn(
            SETTINGS,
            "servers, keys and nights are not checked while settings are wrong",
            "nightjar doctor, once they are right"));
    try (var database = Database.of(home)) {
      files(List.of(), database.isEmbedded());
      var found = DatabaseCheck.of(database, clock);
      findings.addAll(found.findings());
      if (found.hasTables()) {
        findings.addAll(NightsCheck.approvals(DSL.using(database.pool(), SQLDialect.POSTGRES)));
      }
    } catch (BadSettings ofDatabase) {
      files(List.of(), false);
      findings.add(
          Finding.fail("database", "is not checked, as the section db is wrong", "nightjar lint"));
    }
  }

  private void files(List<StagePath> paths, boolean isEmbedded) {
    var folders = new LinkedHashMap<String, Path>();
    folders.put("home", home.folder());
    paths.stream()
        .filter(each -> each.use() == StagePath.Use.FOLDER)
        .forEach(each -> folders.put(each.setting(), each.path()));
    if (isEmbedded) {
      folders.put("database", home.var().resolve("postgres"));
    }
    findings.addAll(new DiskCheck().of(folders));
    findings.addAll(FileChecks.permissions(home, paths));
  }

  private void alerts() {
    var unsent = new ArrayList<Finding>();
    AlertSender.unsent(home)
        .forEach(
            (channel, since) ->
                unsent.add(
                    new Finding(
                        "alerts",
                        Verdict.WARN,
                        "alerts.%s has not taken alerts since %s".formatted(channel, since),
                        "nightjar alerts --test; see var/nightjar.log for the reason")));
    findings.addAll(Finding.orOk(unsent, "alerts", "no alert waits to be sent"));
  }
}
