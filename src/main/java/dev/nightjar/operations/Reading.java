package dev.nightjar.operations;

import dev.nightjar.home.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate measured.
 *
 * @param subject the source, segment or audience; empty if it is the whole night
 * @param value null if there is nothing to judge
 * @param finding the value in words, or why there is none
 * @param isBroken whether it could not be measured although it should have been
 */
record Reading(String subject, @Nullable BigDecimal value, String finding, boolean isBroken) {
  private static final int DIGITS = 6;
  private static final int UNTRIMMED = 3;

  static Reading of(String subject, BigDecimal value, String finding) {
    return new Reading(subject, value, finding, false);
  }

  static Reading of(String subject, long value, String finding) {
    return of(subject, BigDecimal.valueOf(value), finding);
  }

  /** Nothing to judge, for a reason. */
  static Reading none(String subject, String reason) {
    return new Reading(subject, null, reason, false);
  }

  /** A finding about fewer lines or customers than a gate judges. */
  static Reading tooFew(String subject, String finding, long from) {
    return none(subject, "%s: too few to judge (judged from %,d)".formatted(finding, from));
  }

  /** A question that has no answer. */
  static Reading broken(String reason) {
    return new Reading("", null, "cannot be measured: " + reason, true);
  }

  /** A part of a whole above zero, with six decimals. */
  static BigDecimal share(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, DIGITS, RoundingMode.HALF_UP);
  }

  static BigDecimal share(long part, long whole) {
    return share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /**
   * A value compared with those of earlier nights.
   *
   * @param what the value in words
   * @param before values of the earlier nights
   * @param weights what each of them is made of: rows, orders or customers
   * @param nights the kind of earlier nights, such as {@code same weekdays}
   */
  static Reading compared(
      String subject,
      String what,
      BigDecimal value,
      List<BigDecimal> before,
      List<Long> weights,
      String nights,
      GateSettings gate) {
    if (before.size() < gate.minHistory()) {
      return none(
          subject,
          "%s: not enough history yet (%d of %d nights)"
              .formatted(what, before.size(), gate.minHistory()));
    }
    var weight = mean(weights.stream().map(BigDecimal::valueOf).toList());
    var mean = mean(before);
    if (mean.signum() <= 0 || weight.compareTo(BigDecimal.valueOf(gate.from())) < 0) {
      return none(
          subject,
          "%s: too few to judge (usually %s; judged from %,d)"
              .formatted(what, rounded(weight), gate.from()));
    }
    var ratio = share(value, mean);
    return of(
        subject,
        ratio,
        "%s, %s times the mean of %d %s (%s)"
            .formatted(
                what,
                ratio.setScale(2, RoundingMode.HALF_UP),
                before.size(),
                nights,
                rounded(mean)));
  }

  /**
   * The mean; of four values and more without the highest and the lowest, so that one first load or
   * one closed day does not move it.
   */
  private static BigDecimal mean(List<BigDecimal> values) {
    var sorted = values.stream().sorted().toList();
    var used = sorted.size() > UNTRIMMED ? sorted.subList(1, sorted.size() - 1) : sorted;
    var sum = used.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return share(sum, BigDecimal.valueOf(used.size()));
  }

  static String rounded(BigDecimal value) {
    return "%,d".formatted(value.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  static String days(long days) {
    return Counted.of(days, "day");
  }
}
