package dev.nightjar.operations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.operations.GateResult.Verdict;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.StageFailed;
import dev.nightjar.ports.GuardedDeliveries;
import dev.nightjar.ports.NightGates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The checks of {@code db/checks} and the gates of the settings, asked before the publication. */
@Component
final class Gates implements NightGates {
  private final DSLContext db;
  private final GatesSettings settings;
  private final Vocabulary vocabulary;
  private final GateLedger ledger;
  private final GuardedDeliveries deliveries;

  Gates(
      DSLContext db,
      GatesSettings settings,
      Vocabulary vocabulary,
      GateLedger ledger,
      GuardedDeliveries deliveries) {
    this.db = db;
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.ledger = ledger;
    this.deliveries = deliveries;
  }

  @Override
  public NightGates.Findings pass(Night night) {
    var results = results(db, night);
    ledger.keep(night, results);
    var stops = results.stream().filter(each -> each.is(Verdict.STOPPED)).toList();
    if (!stops.isEmpty()) {
      throw stopped(night, stops, deliveries.removeRefused(night));
    }
    return verdict(results);
  }

  @Override
  public NightGates.Findings rehearse(DSLContext transaction, Night night) {
    return verdict(results(transaction, night));
  }

  @Override
  public void forget(DSLContext transaction, LocalDate before) {
    GateLedger.forget(transaction, before);
  }

  @Override
  public List<Failure> warnings(Night night) {
    return ledger.warnings(night.date()).stream()
        .map(
            line ->
                new Failure(
                    FailureCode.GATE_WARNED,
                    "%s. Next: nightjar status --date %s".formatted(line, night.date())))
        .toList();
  }

  private List<GateResult> results(DSLContext on, Night night) {
    var results = new ArrayList<GateResult>();
    NightChecks.rows(on, night.date())
        .forEach(
            (name, rows) -> results.add(GateResult.ofCheck(name, rows, settings.severity(name))));
    new TreeMap<>(settings.declared())
        .forEach(
            (name, gate) ->
                readings(on, night, gate).stream()
                    .map(reading -> GateResult.of(name, reading, gate))
                    .map(result -> approvedOrNot(on, night, result))
                    .forEach(results::add));
    return results;
  }

  private GateResult approvedOrNot(DSLContext on, Night night, GateResult result) {
    return result.is(Verdict.STOPPED) && ledger.isApproved(on, night.date(), result)
        ? result.approved()
        : result;
  }

  private List<Reading> readings(DSLContext on, Night night, GateSettings gate) {
    if (gate.measure() == null) {
      var sql = new SqlMeasures(on, night.date(), settings.timeout());
      return List.of(
          gate.sqlNumber() != null
              ? sql.number(gate.sqlNumber())
              : sql.rows(String.valueOf(gate.sqlRows())));
    }
    var feeds = new FeedMeasures(on, night.date(), vocabulary.feeds());
    var customers = new CustomerMeasures(on, night.date());
    return switch (gate.measure()) {
      case ROWS -> feeds.rows(gate);
      case REVENUE -> feeds.revenue(gate);
      case REJECT_SHARE -> feeds.rejectShare(gate);
      case FRESHNESS -> feeds.freshness(gate);
      case SUPPRESSION_AGE -> feeds.suppressionAge(gate);
      case MOVED_SHARE -> customers.movedShare(gate);
      case SEGMENT_SHARE_CHANGE -> customers.segmentShareChange(gate);
      case ADJUSTED_RAND_INDEX -> customers.adjustedRandIndex();
      case EXTRACT_SIZE -> customers.extractSize(gate);
      case CHANGE_GUARD -> List.of(changeGuard(on, night));
    };
  }

  private Reading changeGuard(DSLContext on, Night night) {
    var stops = deliveries.foresee(on, night);
    return Reading.of(
        "",
        stops.size(),
        Counted.of(stops.size(), "change would wait", "changes would wait")
            + stops.stream()
                .map(stop -> ", %s at %s".formatted(stop.audience(), stop.destination()))
                .collect(joining()));
  }

  private static StageFailed stopped(Night night, List<GateResult> stops, String removed) {
    var lines =
        stops.stream().map(each -> "  " + each.line()).collect(joining(System.lineSeparator()));
    var checks = stops.stream().filter(GateResult::isCheck).toList();
    if (!checks.isEmpty()) {
      return new StageFailed(
          FailureCode.AUDIT_FAILED,
          night,
          "%s failed; what was published stays live.%n%s%n%s"
              .formatted(Counted.of(checks.size(), "check"), lines, removed));
    }
    return StageFailed.waiting(
        FailureCode.GATE_STOPPED,
        night,
        "%s; what was published stays live.%n%s%n%s"
            .formatted(
                Counted.of(stops.size(), "gate stopped the night", "gates stopped the night"),
                lines,
                removed),
        """
        nightjar approve --date %1$s --reason "…" if this is right, then nightjar resume --date %1$s; \
        otherwise mend the cause, then nightjar run --date %1$s --again\
        """
            .formatted(night.date()));
  }

  private static NightGates.Findings verdict(List<GateResult> results) {
    var gates = results.stream().filter(each -> !each.isCheck()).toList();
    long checks = results.size() - gates.size();
    long checksPassed =
        results.stream().filter(each -> each.isCheck() && each.is(Verdict.PASSED)).count();
    long passed = count(gates, Verdict.PASSED);
    var summary =
        (checks == checksPassed
                ? Counted.of(checks, "check")
                : "%d of %s".formatted(checksPassed, Counted.of(checks, "check")))
            + " passed"
            + (gates.isEmpty() ? "" : "; gates: " + tally(gates));
    var findings =
        new ArrayList<>(
            results.stream()
                .filter(each -> !each.is(Verdict.PASSED) && !each.is(Verdict.NOT_JUDGED))
                .sorted(Comparator.comparing(GateResult::verdict))
                .map(each -> each.verdict().key() + "  " + each.line())
                .toList());
    findings.addAll(notJudged(results));
    return new NightGates.Findings(checks, passed, findings, summary);
  }

  /** One line for each gate: of fourteen segments, most are too small. */
  private static List<String> notJudged(List<GateResult> results) {
    return results.stream()
        .filter(each -> each.is(Verdict.NOT_JUDGED))
        .collect(groupingBy(GateResult::gate, TreeMap::new, toList()))
        .values()
        .stream()
        .map(
            of ->
                "%s  %s%s"
                    .formatted(
                        Verdict.NOT_JUDGED.key(),
                        of.get(0).line(),
                        of.size() == 1 ? "" : "; and %d more".formatted(of.size() - 1)))
        .toList();
  }

  /** Such as {@code 12 passed, 1 warned, 3 not judged}. */
  private static String tally(List<GateResult> gates) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> count(gates, verdict) > 0)
        .map(verdict -> count(gates, verdict) + " " + verdict.key().replace('-', ' '))
        .collect(joining(", "));
  }

  private static long count(List<GateResult> results, Verdict verdict) {
    return results.stream().filter(each -> each.is(verdict)).count();
  }
}
