package dev.nightjar.cli;

import dev.nightjar.doctor.Doctor;
import dev.nightjar.doctor.Finding;
import dev.nightjar.doctor.Finding.Verdict;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Progress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Checks all that nights need. */
@Command(
    name = "doctor",
    description = {
      "Check disk, clock, ports, permissions, keys, settings, database, feeds and what earlier",
      "nights left to do, and say what to do next. Works with wrong settings and without a database."
    })
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private NightjarCommand nightjar;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var findings = examine();
    if (json) {
      Json.print(findings);
    } else {
      findings.forEach(DoctorCommand::print);
      System.out.printf(
          "%d fail, %d warn, %d ok%n",
          count(findings, Verdict.FAIL),
          count(findings, Verdict.WARN),
          count(findings, Verdict.OK));
    }
    return count(findings, Verdict.FAIL) == 0 ? 0 : FailureCode.DOCTOR_FAILED.exitCode();
  }

  private List<Finding> examine() {
    var place = nightjar.place();
    var clock = Clock.systemUTC();
    return Doctor.examine(
        place, clock, () -> nightjar.opener().open(place, Progress.silent(), clock));
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(each -> each.verdict() == verdict).count();
  }

  private static void print(Finding finding) {
    System.out.println(
        StageLines.of(finding.check(), finding.verdict().toString(), finding.what()));
    if (finding.next() != null) {
      System.out.println(StageLines.of("", "", "Next: " + finding.next()));
    }
  }
}
