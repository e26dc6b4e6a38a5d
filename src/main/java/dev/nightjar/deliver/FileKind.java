package dev.nightjar.deliver;

import java.util.Locale;

/**
 * What a file of an extract tells. A customer whose row is another one than before is among the
 * changes where the destination gets these, else among the removes and among the adds.
 */
enum FileKind {
  /** Everybody, as of now. */
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
