package dev.nightjar.ports;

import dev.nightjar.pipeline.Night;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import java.util.List;
import org.jooq.DSLContext;

/** What destinations get of a night that is not published, or not yet. */
public interface GuardedDeliveries {

  /**
   * Removes people who refused or were erased from what destinations have. Everything else there
   * stays as it is.
   *
   * @return one line with what was removed, and what could not be; the next attempt repeats it
   */
  String removeRefused(Night night);

  /** The changes that the change guard would stop. */
  List<Stop> foresee(DSLContext transaction, Night night);
}
