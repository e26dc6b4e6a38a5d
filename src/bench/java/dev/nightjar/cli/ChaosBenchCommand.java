package dev.nightjar.cli;

import dev.nightjar.bench.chaos.Chaos;
import dev.nightjar.bench.chaos.ChaosCase;
import dev.nightjar.bench.chaos.ChaosShop;
import dev.nightjar.bench.chaos.Disturbance;
import dev.nightjar.bench.chaos.SftpPlace;
import dev.nightjar.bench.chaos.SshServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Disturbs nights. */
@Command(
    name = "chaos",
    description = {
      "Disturb a night at random moments, resume it with nightjar resume only, and compare what it",
      "published and delivered with a night that nobody disturbed.",
      "The shop is the demo's, with a history of nights a week apart; extracts go to folders and"
          + " to",
      "an SFTP server of the bench (sshd). Disks are filled if this process can mount file"
          + " systems.",
      "Works in the folder var/bench/chaos, with servers of its own."
    })
final class ChaosBenchCommand implements Callable<Integer> {
  @ParentCommand private BenchCommand bench;

  @Option(names = "--kills", description = "Kills of the JVM (default: 100).")
  private @Nullable Integer kills;

  @Option(names = "--server-kills", description = "Kills of PostgreSQL (default: 30).")
  private @Nullable Integer serverKills;

  @Option(names = "--full-disks", description = "Fillings of each disk (default: 5).")
  private @Nullable Integer fullDisks;

  @Option(names = "--clock-jumps", description = "Jumps of the clock (default: 5).")
  private @Nullable Integer clockJumps;

  @Option(names = "--lost-locks", description = "Ends of the lock's session (default: 10).")
  private @Nullable Integer lostLocks;

  @Option(names = "--stalls", description = "Stalls of the SFTP server (default: 10).")
  private @Nullable Integer stalls;

  @Option(
      names = "--history",
      defaultValue = "52",
      description = "Nights of history, a week apart (default: ${DEFAULT-VALUE}).")
  private int history;

  @Option(
      names = "--customers",
      defaultValue = "1000",
      description = "Customers of the shop (default: ${DEFAULT-VALUE}).")
  private int customers;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the moments (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    var folder = bench.emptyFolder("chaos");
    var sftp = SshServer.isPossible() ? new SshServer(folder.resolve("sftp")) : null;
    try (sftp) {
      var place = sftp == null ? null : new SftpPlace(sftp, List.of("klaviyo", "excel-csv"));
      var scene =
          new Chaos.Scene(
              folder, bench.installation(), place, List.of(), new ChaosShop.Size(customers, true));
      var chaos =
          new Chaos(
              scene,
              new LaunchedCommands(bench.installation(), folder),
              seed,
              json ? line -> {} : System.out::println);
      chaos.prepare(history);
      var cases = chaos.run(wanted());
      print(cases);
      Chaos.ratios(cases).forEach(System.out::println);
    }
    return 0;
  }

  private Map<Disturbance, Integer> wanted() {
    var wanted = new EnumMap<Disturbance, Integer>(Disturbance.class);
    for (var each : Disturbance.values()) {
      var asked =
          switch (each) {
            case KILL -> kills;
            case SERVER_KILL -> serverKills;
            case FULL_HOME, FULL_EXTRACTS, FULL_DATA -> fullDisks;
            case CLOCK -> clockJumps;
            case LOCK -> lostLocks;
            case SFTP -> stalls;
          };
      wanted.put(each, asked == null ? each.cases() : asked);
    }
    return wanted;
  }

  private void print(List<ChaosCase> cases) {
    if (json) {
      Json.print(Map.of("cases", cases));
      return;
    }
    var table = new TextTable(2, "disturbed by", "stage", "cases", "resumes", "equal");
    var groups =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    ChaosCase::kind,
                    () -> new EnumMap<>(Disturbance.class),
                    Collectors.groupingBy(ChaosCase::stage)));
    groups.forEach(
        (kind, stages) ->
            stages.forEach(
                (stage, group) ->
                    table.row(
                        kind.text(),
                        stage,
                        String.valueOf(group.size()),
                        String.valueOf(group.stream().mapToInt(ChaosCase::resumes).sum()),
                        String.valueOf(group.stream().filter(ChaosCase::isEqual).count()))));
    System.out.print(table);
  }
}
