package dev.nightjar.report;

import dev.nightjar.home.Counted;
import dev.nightjar.uplift.UpliftDifference;
import dev.nightjar.uplift.UpliftGroup;
import dev.nightjar.uplift.UpliftLook;
import dev.nightjar.uplift.UpliftRevenue;
import dev.nightjar.views.Uplift;
import dev.nightjar.views.UpliftQuestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of exported and held-out customers comes to, one line each.
 *
 * @param effect for which the size of the holdout is asked; null for none
 */
public record UpliftVerdict(Uplift uplift, UpliftQuestion.@Nullable Effect effect) {

  /** The lines, in the order in which they are to be read. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(look());
    if (uplift.sampleRatio().isMismatch()) {
      lines.add(mismatch());
    } else if (uplift.repurchase() != null) {
      lines.add(repurchase(uplift.repurchase()));
      lines.addAll(revenue());
    } else if (isFinal()) {
      lines.addAll(tooFew());
    }
    lines.addAll(detectable());
    return lines;
  }

  private boolean isFinal() {
    return uplift.look() == UpliftLook.FINAL;
  }

  private String look() {
    return switch (uplift.look()) {
      case FINAL ->
          "Look: the final one. All %s were over on %s; later looks show the same orders."
              .formatted(Counted.of(uplift.days(), "day"), uplift.lastDay());
      case EARLY ->
          "Look: an early one, without a verdict. It comes with the night of %s."
              .formatted(uplift.lastDay());
      case OTHER_DAYS ->
          "Look: not the declared one, so without a verdict. The holdout declares %s."
              .formatted(Counted.of(uplift.declaredDays(), "day"));
    };
  }

  private String mismatch() {
    var ratio = uplift.sampleRatio();
    return "No verdict: %s drawn for the holdout, but its percentage makes about %,.0f. Chance does that less than once in a thousand times; something else decides who is held out."
        .formatted(Counted.of(ratio.drawn(), "customer was", "customers were"), ratio.expected());
  }

  private List<String> tooFew() {
    if (uplift.heldOut().customers() > 0) {
      return List.of(
          "Too early: one of the groups has fewer than %d customers."
              .formatted(UpliftGroup.FEWEST));
    }
    return List.of(
        "No customer was held out, so there is no comparison.",
        "Next: set %s, and try again after later nights"
            .formatted(
                uplift.audience() == null
                    ? "audiences.holdout.percent"
                    : "audiences.declared.%s.holdout.percent".formatted(uplift.audience())));
  }

  private static String repurchase(UpliftDifference difference) {
    return "Bought again: %+.2f points (95 %% from %+.2f to %+.2f). %s"
        .formatted(
            100 * difference.value(),
            100 * difference.low(),
            100 * difference.high(),
            said(difference));
  }

  private List<String> revenue() {
    var revenue = uplift.revenue();
    if (revenue == null) {
      return List.of(
          "Revenue each: too early. The smaller group would have about %,.0f buyers without an effect; at least %d are needed."
              .formatted(Math.floor(uplift.expectedBuyers()), Uplift.FEWEST_BUYERS));
    }
    var each = revenue.each();
    var total = revenue.total();
    return List.of(
        "Revenue each, capped at %,.2f: %+,.2f (95 %% from %+,.2f to %+,.2f). %s"
            .formatted(revenue.cap(), each.value(), each.low(), each.high(), said(each)),
        "Revenue of all exported: %+,.0f (95 %% from %+,.0f to %+,.0f)%s."
            .formatted(total.value(), total.low(), total.high(), relative(revenue)));
  }

  private static String relative(UpliftRevenue revenue) {
    var relative = revenue.relative();
    return relative == null
        ? ""
        : ", %+.1f %% (from %+.1f to %+.1f)"
            .formatted(100 * relative.value(), 100 * relative.low(), 100 * relative.high());
  }

  private static String said(UpliftDifference difference) {
    return difference.isSignificant()
        ? "The difference is statistically significant."
        : "Not significant.";
  }

  private List<String> detectable() {
    var detectable = uplift.detectable();
    if (detectable == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(
        "Smallest effect that such groups show four times in five: %.2f points, or %,.2f of revenue each."
            .formatted(100 * detectable.repurchase(), detectable.revenue()));
    if (effect != null) {
      lines.add(
          "To show %s four times in five takes %s; there are %,d."
              .formatted(
                  effect.isInPoints()
                      ? "%.2f points".formatted(effect.amount())
                      : "%,.2f of revenue each".formatted(effect.amount()),
                  Counted.of(detectable.heldOutNeeded(), "held-out customer"),
                  uplift.heldOut().customers()));
    }
    return lines;
  }
}
