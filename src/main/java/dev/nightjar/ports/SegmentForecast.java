package dev.nightjar.ports;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the likely later segment of customers who are new, from customers who were as new in
 * earlier nights and whose later segment is known.
 */
public interface SegmentForecast {

  /** Tells of the new customers of a night, and how well an earlier night would have told. */
  Forecast forecast(Question question);

  /**
   * What is asked.
   *
   * @param night in which the customers are new
   * @param horizon how much later their segment is asked for
   * @param newness a customer is new whose first order is less old than this
   * @param neighbours how many customers with a known later segment are asked for each new one
   */
  record Question(LocalDate night, Period horizon, Period newness, int neighbours) {

    /** The night, one horizon later. */
    public LocalDate later() {
      return night.plus(horizon);
    }

    /** The same of another night. */
    public Question in(LocalDate other) {
      return new Question(other, horizon, newness, neighbours);
    }
  }

  /**
   * What is told.
   *
   * @param known how many customers were as new before and have a later segment; nothing is told
   *     where there are none
   * @param knownIn the nights in which these were new, the newest first
   * @param customers how many are new
   * @param guesses of the customers who are new, by their keys; none where nobody is known
   * @param backTest null where history is too short for one
   */
  record Forecast(
      int known,
      List<LocalDate> knownIn,
      int customers,
      List<Guess> guesses,
      @Nullable BackTest backTest) {}

  /**
   * The likely later segment of a customer: the one that most of the neighbours are in.
   *
   * @param votes how many of the neighbours
   * @param neighbours more than were asked for where several are equally near
   */
  record Guess(String customerKey, String segment, int votes, int neighbours) {}

  /**
   * What an earlier night would have told, held against what came.
   *
   * @param night the earlier night
   * @param known customers whose later segment was known then
   * @param customers who were new in that night and are in a segment one horizon later
   * @param right how many of these were told right
   * @param majority the segment that most of the known had been in later
   * @param majorityRight how many would be right who are all told that one
   * @param stayed how many were in their later segment already
   * @param differing on how many one of the two is right and the other is not
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

    /** How many more the neighbours tell right than the majority does; negative for fewer. */
    public int gain() {
      return right - majorityRight;
    }

    /**
     * Whether the two differ by more than chance would make them in 95 of 100 cases (McNemar, "Note
     * on the sampling error of the difference between correlated proportions", Psychometrika 1947).
     */
    public boolean isBeyondChance() {
      return Math.abs(gain()) > 1.96 * Math.sqrt(differing);
    }
  }
}
