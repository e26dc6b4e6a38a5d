package dev.nightjar.pipeline;

import java.time.LocalDate;

/**
 * One business date's run.
 *
 * @param date the business date; a stage sees only orders up to it
 * @param revision 1 for the first run of the date, one more for each repetition
 */
public record Night(LocalDate date, int revision) {
  private static final int DRY = 0;

  /** A night of which nothing is kept. */
  public static Night dry(LocalDate date) {
    return new Night(date, DRY);
  }

  /** Whether nothing of it is kept, so that it must not touch what lies outside of the database. */
  public boolean isDry() {
    return revision == DRY;
  }
}
