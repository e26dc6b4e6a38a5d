package dev.nightjar.deliver;

import dev.nightjar.destinations.Profile;
import java.util.Locale;

/**
 * The kind of a file in an extract. A customer whose row differs from before is in the changes if
 * the destination gets them, otherwise in the adds, and with an identifier that is gone in the
 * removes.
 */
enum FileKind {
  /** All members. */
  FULL,
  /** Identifiers that are there and must not be, as they were sent. */
  REMOVES,
  /**
   * Rows that are not there yet, or differ from what is there; at a destination that removes by a
   * flag, also the rows of customers who leave.
   */
  ADDS,
  /** Of each customer whose row differs, the identifiers to remove and the row to add. */
  CHANGES;

  /** Whether it says who is to be removed. */
  boolean hasRemoves(Profile profile) {
    return this == REMOVES || this == CHANGES || this == ADDS && profile.flagsLeavers();
  }

  /** As in names of files, settings and manifests. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
