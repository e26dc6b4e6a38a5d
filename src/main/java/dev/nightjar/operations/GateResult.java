package dev.nightjar.operations;

import dev.nightjar.home.Counted;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check or gate.
 *
 * @param subject the source, segment or audience; empty if it is the whole night
 * @param value null if nothing could be measured
 * @param finding one line
 */
record GateResult(
    String gate,
    String subject,
    boolean isCheck,
    @Nullable BigDecimal value,
    Verdict verdict,
    String finding) {

  enum Verdict {
    PASSED,
    WARNED,
    STOPPED,
    APPROVED,
    NOT_JUDGED;

    /** As tables and screens spell it. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  boolean is(Verdict other) {
    return verdict == other;
  }

  GateResult approved() {
    return new GateResult(gate, subject, isCheck, value, Verdict.APPROVED, finding);
  }

  /** The gate, what it is about, and what it found. */
  String line() {
    return line(gate, subject, finding);
  }

  static String line(String gate, String subject, String finding) {
    return "%s%s: %s".formatted(gate, subject.isEmpty() ? "" : " " + subject, finding);
  }

  /** The result of a check that returned rows. */
  static GateResult ofCheck(String name, int rows, GatesSettings.Severity severity) {
    var verdict =
        rows == 0
            ? Verdict.PASSED
            : severity == GatesSettings.Severity.WARN ? Verdict.WARNED : Verdict.STOPPED;
    return new GateResult(
        name, "", true, BigDecimal.valueOf(rows), verdict, Counted.of(rows, "row"));
  }

  /** The result of a gate. A reading that failed is as bad as the gate can find. */
  static GateResult of(String name, Reading reading, GateSettings gate) {
    var verdict = verdict(reading, gate);
    var crossed =
        reading.value() == null
            ? ""
            : verdict == Verdict.STOPPED
                ? "; error-if " + gate.errorIf()
                : verdict == Verdict.WARNED ? "; warn-if " + gate.warnIf() : "";
    return new GateResult(
        name, reading.subject(), false, reading.value(), verdict, reading.finding() + crossed);
  }

  private static Verdict verdict(Reading reading, GateSettings gate) {
    if (reading.isBroken()) {
      return gate.errorIf().isEmpty() ? Verdict.WARNED : Verdict.STOPPED;
    }
    if (reading.value() == null) {
      return Verdict.NOT_JUDGED;
    }
    if (gate.errorIf().isCrossed(reading.value())) {
      return Verdict.STOPPED;
    }
    return gate.warnIf().isCrossed(reading.value()) ? Verdict.WARNED : Verdict.PASSED;
  }
}
