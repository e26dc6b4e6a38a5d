package dev.nightjar.ports;

import java.time.LocalDate;

/** Makes the report of a night for people. */
public interface NightReport {

  /**
   * The report as a page that needs no other file. The same night gives the same bytes.
   *
   * @param night a published night
   */
  byte[] of(LocalDate night);
}
