package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a night pass gates that stopped it. */
public interface GateApprovals {

  /**
   * Approves everything that stopped a night, each for its night and value only.
   *
   * @param night null for the newest night that a gate stopped
   * @param reason why, for the record
   * @param by name of the approver, for the record
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if no gate stopped the night
   */
  List<Approved> approve(@Nullable LocalDate night, String reason, String by);

  /**
   * An approved result.
   *
   * @param subject the source, segment or audience; empty if the gate measures the whole night
   * @param value null if it could not be measured
   */
  record Approved(
      LocalDate night, String gate, String subject, @Nullable BigDecimal value, String finding) {}
}
