package dev.nightjar.ports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes extracts whose time is over. */
public interface ExtractPurger {

  /**
   * Removes from the outbox, and from every place to which they were delivered, the files that
   * expire up to a day. What Nightjar did not deliver stays.
   *
   * @param isRehearsal whether to remove nothing, and only to say what would be
   * @return a line for each place that has or had something to remove
   */
  List<Purged> purge(LocalDate today, boolean isRehearsal);

  /**
   * What was removed from a place.
   *
   * @param place as in {@code published.exports}, or the outbox
   * @param problem why more is still there; null where nothing is
   */
  record Purged(
      String destination, String place, int files, long bytes, @Nullable String problem) {}
}
