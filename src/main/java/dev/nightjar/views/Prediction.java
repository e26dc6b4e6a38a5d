package dev.nightjar.views;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.SegmentForecast;
import dev.nightjar.ports.SegmentForecast.Forecast;
import dev.nightjar.ports.SegmentForecast.Question;
import java.time.LocalDate;

/**
 * The predicted later segments of the new customers of a night.
 *
 * @param later one horizon after the night
 */
public record Prediction(LocalDate night, LocalDate later, Forecast forecast) {

  /**
   * Predicts for a published night.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if no earlier customers are known to predict
   *     from
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
        "History is too short to predict from: night %s has no customers that were new (%s) in a night on %s or earlier and have a segment in a later night within %s.%nNext: nightjar predict with a shorter --horizon or a longer --new, or wait for more nights (nightjar nights lists them)"
            .formatted(
                question.night(),
                question.newness(),
                question.night().minus(question.horizon()),
                question.horizon()));
  }
}
