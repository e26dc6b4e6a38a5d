package dev.nightjar.ports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes expired extracts. */
public interface ExtractPurger {

  /**
   * Removes the files that expire up to a day from the outbox and from every destination. Files
   * that Nightjar did not deliver stay.
   *
   * @param isDryRun whether to remove nothing, and only report the files
   * @return one entry per place with expired files
   */
  List<Purged> purge(LocalDate today, boolean isDryRun);

  /**
   * The files that were removed from a place.
   *
   * @param place the place as in {@code published.exports}, or the outbox
   * @param problem why some files could not be removed; null if all were
   */
  record Purged(
      String destination, String place, int files, long bytes, @Nullable String problem) {}
}
