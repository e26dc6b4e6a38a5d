package dev.nightjar.bench.chaos;

import java.util.List;

/**
 * A night that was disturbed and resumed.
 *
 * @param number of the case among those of its kind
 * @param stage that was running in that moment
 * @param millis since the beginning of the stage for which the disturbance waited
 * @param exitCodes of the night and of each resume
 * @param isFinished whether the night finished at last
 * @param differences what is otherwise than after a night that nobody disturbed
 * @param seconds of the whole case
 * @param printed by the commands
 */
public record ChaosCase(
    int number,
    Disturbance kind,
    String stage,
    long millis,
    List<Integer> exitCodes,
    boolean isFinished,
    List<String> differences,
    double seconds,
    String printed) {

  public int resumes() {
    return exitCodes.size() - 1;
  }

  /** Whether the night ended as if nobody had disturbed it. */
  public boolean isEqual() {
    return isFinished && differences.isEmpty();
  }
}
