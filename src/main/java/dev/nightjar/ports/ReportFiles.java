package dev.nightjar.ports;

import java.nio.file.Path;
import java.time.LocalDate;

/** Keeps the reports of nights. */
public interface ReportFiles {

  /**
   * Writes the report of a night, in place of an earlier one.
   *
   * @param night a published night
   * @return the file
   */
  Path write(LocalDate night);
}
