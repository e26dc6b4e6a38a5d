package dev.nightjar.ports;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the later segment of new customers from customers that were as new in earlier nights and
 * whose later segment is known.
 */
public interface SegmentForecast {

  /**
   * Predicts for the new customers of a night, and back-tests the prediction on an earlier night.
   */
  Forecast forecast(Question question);

  /**
   * The parameters of a prediction.
   *
   * @param night the night in which the customers are new
   * @param horizon how far ahead to predict
   * @param newness a customer is new if the first order is younger than this
   * @param neighbours number of neighbours per new customer
   */
  record Question(LocalDate night, Period horizon, Period newness, int neighbours) {

    /** One horizon after the night. */
    public LocalDate later() {
      return night.plus(horizon);
    }

    /** The same question about another night. */
    public Question in(LocalDate other) {
      return new Question(other, horizon, newness, neighbours);
    }
  }

  /**
   * The prediction.
   *
   * @param known number of customers that were as new before and have a later segment; if 0,
   *     nothing is predicted
   * @param knownIn the nights in which they were new, newest first
   * @param customers number of new customers
   * @param guesses one entry per new customer, by key; empty if {@code known} is 0
   * @param backTest null if the history is too short
   */
  record Forecast(
      int known,
      List<LocalDate> knownIn,
      int customers,
      List<Guess> guesses,
      @Nullable BackTest backTest) {}

  /**
   * The likely later segment of a customer: the most frequent one among the neighbours. PII.
   *
   * @param votes number of neighbours in the segment
   * @param neighbours number of neighbours; more than asked for if several are equally near
   */
  record Guess(String customerKey, String segment, int votes, int neighbours) {}

  /**
   * The prediction of an earlier night, compared with the actual segments. Counts are in customers.
   *
   * @param night the earlier night
   * @param known customers whose later segment was known then
   * @param customers customers that were new in that night and have a segment one horizon later
   * @param right correct predictions
   * @param majority the most frequent later segment of the known customers
   * @param majorityRight correct predictions if all were the majority segment
   * @param stayed customers that were in their later segment already
   * @param differing customers for which exactly one of the two is correct
   */
  record BackTest(
      LocalDate night,
      int known,
      int customers,
      int right,
      String majority,
      int majorityRight,
      int stayed,
      int differing) {

    /** Correct predictions of the neighbours less those of the majority segment. */
    public int gain() {
      return right - majorityRight;
    }

    /**
     * Whether the two differ significantly at the level of 5 % (McNemar, "Note on the sampling
     * error of the difference between correlated proportions", Psychometrika 1947).
     */
    public boolean isBeyondChance() {
      return Math.abs(gain()) > 1.96 * Math.sqrt(differing);
    }
  }
}
