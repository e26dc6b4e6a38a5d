package dev.nightjar.console.nights;

import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.views.NightStatus;

/** What helps a night in its state. One of them at most is offered. */
public enum Step {
  /** Continue it at the stage that did not finish. */
  RESUME("Resume"),
  /** Run all its stages again, as another night has run since or changes were approved. */
  RUN_AGAIN("Run again"),
  /** Run it for the first time. */
  RUN("Run"),
  /** Stop it at its next safe point. */
  STOP("Stop"),
  /** Let it pass the gates that stopped it, and continue it. */
  APPROVE("Approve and resume"),
  /** Let changes of audiences pass the change guard, and run it again to deliver them. */
  APPROVE_CHANGES("Approve and run again"),
  NOTHING("");

  private final String label;

  Step(String label) {
    this.label = label;
  }

  /** What the button says. */
  public String label() {
    return label;
  }

  /** What helps a night that has run or runs. */
  static Step of(NightStatus night) {
    var summary = night.summary();
    if (summary.isRunning()) {
      return STOP;
    }
    if (summary.isFinished()) {
      return night.waiting().isEmpty() ? NOTHING : APPROVE_CHANGES;
    }
    if (night.isOvertaken()) {
      return RUN_AGAIN;
    }
    return night
        .failed()
        .map(Ledger.StageEntry::failureCode)
        .filter(FailureCode.GATE_STOPPED.name()::equals)
        .map(code -> APPROVE)
        .orElse(RESUME);
  }
}
