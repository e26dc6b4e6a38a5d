package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.StageFailed;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** Asks the checks and gates whether a night can be published. */
public interface NightGates {

  /**
   * Asks them all and keeps their results. If the night must wait, people who refused are removed
   * from what was delivered before.
   *
   * @return what they found, of a night that can be published
   * @throws StageFailed if a check fails, or a gate stops the night and nobody has approved that
   */
  Findings pass(Night night);

  /**
   * Asks them all in a transaction that is rolled back, and keeps nothing.
   *
   * @return what they found, whatever it is
   */
  Findings rehearse(DSLContext transaction, Night night);

  /** Deletes the results of nights before a date; what was approved stays. */
  void forget(DSLContext transaction, LocalDate before);

  /** One line for each gate that warns in a finished night. */
  List<Failure> warnings(Night night);

  /**
   * What checks and gates found.
   *
   * @param checks number of checks
   * @param passed number of gates that passed
   * @param lines one line for each result that did not pass
   * @param summary all of it in one line
   */
  record Findings(long checks, long passed, List<String> lines, String summary) {}
}
