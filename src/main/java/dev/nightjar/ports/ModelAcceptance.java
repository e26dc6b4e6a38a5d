package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Accepts a proposed cluster model for the next night. */
public interface ModelAcceptance {

  /**
   * Accepts a proposed model.
   *
   * @param proposedOn the night of the proposal; null for the newest one with a proposal
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if there is none
   */
  Accepted accept(@Nullable LocalDate proposedOn);

  /**
   * An accepted model.
   *
   * @param lastNight the first night after it uses the model
   * @param k number of clusters of the accepted model
   * @param kInForce number of clusters of the model that it replaces
   */
  record Accepted(LocalDate proposedOn, LocalDate lastNight, int k, int kInForce) {}
}
