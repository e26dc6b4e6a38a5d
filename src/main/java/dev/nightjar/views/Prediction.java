package dev.nightjar.views;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.SegmentForecast;
import dev.nightjar.ports.SegmentForecast.Forecast;
import dev.nightjar.ports.SegmentForecast.Question;
import java.time.LocalDate;

/**
 * The likely later segments of customers who are new in a night.
 *
 * @param later one horizon after the night
 */
public record Prediction(LocalDate night, LocalDate later, Forecast forecast) {

  /**
   * Answers a question about a published night.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} where nobody is known to predict from
   */
  public static Prediction of(Question question, SegmentForecast forecasts) {
    var forecast = forecasts.forecast(question);
    if (forecast.known() == 0) {
      throw tooShort(question);
    }
    return new Prediction(question.night(), question.later(), forecast);
  }

  private static Failure tooShort(Question question) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "History is too short to predict from: night %s knows nobody who was new (%s) on %s or earlier, in a night that was run, and what became of them by a later night within %s.%nNext: nightjar predict with a shorter --horizon or a longer --new, or wait; nightjar nights lists what there is"
            .formatted(
                question.night(),
                question.newness(),
                question.night().minus(question.horizon()),
                question.horizon()));
  }
}
