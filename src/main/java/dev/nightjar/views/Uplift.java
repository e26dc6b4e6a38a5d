package dev.nightjar.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.uplift.GroupComparison;
import dev.nightjar.uplift.RevenueComparison;
import dev.nightjar.uplift.SampleRatio;
import dev.nightjar.uplift.UpliftDifference;
import dev.nightjar.uplift.UpliftGroup;
import dev.nightjar.uplift.UpliftLook;
import dev.nightjar.uplift.UpliftRevenue;
import dev.nightjar.views.Exposures.Exposure;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Orders after a customer's first export in a range of nights, compared with those of held-out
 * customers (intention to treat). Each customer has the same number of days.
 *
 * @param audience null for all audiences, compared with the holdout from all
 * @param from first night of the range
 * @param to last night of the range
 * @param days of orders after a customer's night
 * @param declaredDays those that the audience declares; null for none
 * @param lastDay when the days of the last night are over
 * @param followUpGoesOn customers left out because their days are not over
 * @param sampleRatio whether the groups are of the sizes that the holdout's percentage says
 * @param expectedBuyers buyers of the smaller group if all customers are alike
 * @param repurchase difference of the share of customers that bought again, -1 to 1: the primary
 *     measure; null without a verdict
 * @param revenue null without a verdict on revenue
 * @param detectable what groups of these sizes can show; null for an empty group
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonInclude(Include.NON_NULL)
public record Uplift(
    @Nullable String audience,
    LocalDate from,
    LocalDate to,
    int days,
    @Nullable Integer declaredDays,
    LocalDate lastDay,
    UpliftLook look,
    long followUpGoesOn,
    UpliftGroup exported,
    UpliftGroup heldOut,
    SampleRatio sampleRatio,
    double expectedBuyers,
    @Nullable UpliftDifference repurchase,
    @Nullable UpliftRevenue revenue,
    @Nullable Detectable detectable) {
  /** Buyers of the smaller group below which there is no verdict on revenue. */
  public static final int FEWEST_BUYERS = RevenueComparison.FEWEST_BUYERS;

  /**
   * The true differences that groups show with a power of 80 %.
   *
   * @param repurchase the smallest of the share of customers that bought again, 0 to 1
   * @param revenue the smallest of capped revenue per customer
   * @param heldOutNeeded held-out customers that the effect of the question takes, with exported
   *     customers in the present proportion; null if it names none
   */
  @JsonNaming(KebabCaseStrategy.class)
  @JsonInclude(Include.NON_NULL)
  public record Detectable(double repurchase, double revenue, @Nullable Long heldOutNeeded) {}

  /**
   * Compares the groups.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if no night of the range is published, or
   *     none delivered the audience
   */
  public static Uplift of(UpliftQuestion question, DSLContext db) {
    var published = PublishedNights.of(db);
    var newest = published.named(null);
    var delivered = DeliveredNights.of(question, published, db);
    int days = question.days(delivered.declaredDays());
    var exposures = new Exposures(question.audience(), delivered.nights(), days).fetch(db);
    var over =
        exposures.stream().filter(each -> !each.night().plusDays(days).isAfter(newest)).toList();
    var lastDay = question.last().plusDays(days);
    var look = UpliftLook.of(days, delivered.declaredDays(), lastDay, newest);
    var sampleRatio = sampleRatio(exposures);
    var exported = over.stream().filter(Exposure::isExported).toList();
    var heldOut = over.stream().filter(Exposure::isHeldOut).toList();
    var groups = new GroupComparison(group(exported), group(heldOut));
    boolean isJudged =
        look == UpliftLook.FINAL && !sampleRatio.isMismatch() && !groups.isTooSmall();
    var revenue = groups.isEmpty() ? null : revenue(exported, heldOut);
    return new Uplift(
        question.audience(),
        question.from(),
        question.last(),
        days,
        delivered.declaredDays(),
        lastDay,
        look,
        exposures.size() - over.size(),
        groups.exported(),
        groups.heldOut(),
        sampleRatio,
        groups.expectedBuyers(),
        isJudged ? groups.repurchase() : null,
        isJudged && !groups.hasTooFewBuyers()
            ? UpliftRevenue.of(revenue, groups.exported().customers(), question.seed())
            : null,
        revenue == null ? null : detectable(groups, revenue.deviation(), question.effect()));
  }

  private static Detectable detectable(
      GroupComparison groups, double revenueDeviation, UpliftQuestion.@Nullable Effect effect) {
    double repurchase = groups.smallestDetectable(groups.repurchaseDeviation());
    double revenue = groups.smallestDetectable(revenueDeviation);
    if (effect == null) {
      return new Detectable(repurchase, revenue, null);
    }
    double times =
        effect.isInPoints() ? 100 * repurchase / effect.amount() : revenue / effect.amount();
    long needed = (long) Math.ceil(groups.heldOut().customers() * times * times);
    return new Detectable(repurchase, revenue, needed);
  }

  private static SampleRatio sampleRatio(List<Exposure> exposures) {
    return SampleRatio.of(
        exposures.stream().filter(Exposure::isDrawn).count(),
        exposures.stream().mapToDouble(Exposure::chance).sum(),
        exposures.stream().mapToDouble(each -> each.chance() * (1 - each.chance())).sum());
  }

  private static UpliftGroup group(List<Exposure> exposures) {
    return new UpliftGroup(
        exposures.size(),
        exposures.stream().mapToDouble(Exposure::revenue).average().orElse(0),
        exposures.stream().filter(Exposure::isBuyer).count());
  }

  private static RevenueComparison revenue(List<Exposure> exported, List<Exposure> heldOut) {
    return new RevenueComparison(
        values(exported, Exposure::revenue),
        values(heldOut, Exposure::revenue),
        values(exported, Exposure::before),
        values(heldOut, Exposure::before),
        RevenueComparison.CAPPED_AT);
  }

  private static double[] values(List<Exposure> exposures, ToDoubleFunction<Exposure> value) {
    return exposures.stream().mapToDouble(value).toArray();
  }
}
