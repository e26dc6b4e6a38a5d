package dev.nightjar.deliver;

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
  /** Rows that are not there yet, or differ from what is there. */
  ADDS,
  /** Of each customer whose row differs, the identifiers to remove and the row to add. */
  CHANGES;

  /** Whether it holds what is to be removed. */
  boolean hasRemoves() {
    return this == REMOVES || this == CHANGES;
  }

  /** As in names of files, settings and manifests. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
