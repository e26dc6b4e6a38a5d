package dev.nightjar.ports;

import java.nio.file.Path;
import java.time.LocalDate;

/** Writes the reports of nights for people. */
public interface NightReport {

  /**
   * Writes the report of a night in place of an earlier one, and removes reports that are past
   * their retention then. The same night gives the same bytes.
   *
   * @param night a published night
   * @return the file, a page that needs no other file
   */
  Path write(LocalDate night);
}
