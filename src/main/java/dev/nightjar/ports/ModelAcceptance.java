package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lets the next night take over a cluster model that an earlier night proposed. */
public interface ModelAcceptance {

  /**
   * Accepts a proposed model.
   *
   * @param proposedOn the night that proposes it; null for the newest that does
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} where there is none
   */
  Accepted accept(@Nullable LocalDate proposedOn);

  /**
   * What was accepted.
   *
   * @param lastNight the next night after it takes the model over
   * @param k clusters of the accepted model
   * @param kInForce clusters of the model that it replaces
   */
  record Accepted(LocalDate proposedOn, LocalDate lastNight, int k, int kInForce) {}
}
