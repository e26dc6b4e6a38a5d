package dev.nightjar.deliver;

import java.util.Locale;

/**
 * The kind of a file in an extract. A customer whose row differs from before is in the changes if
 * the destination gets them, otherwise in the removes and the adds.
 */
enum FileKind {
  /** All members. */
  FULL,
  /** Rows that are there and must not be, as they were sent. */
  REMOVES,
  /** Rows that are not there yet. */
  ADDS,
  /** Of each customer whose row differs, the one to remove and the one to add. */
  CHANGES;

  /** As in names of files, settings and manifests. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
