package dev.nightjar.operations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a gate can measure without SQL, and of what. */
enum Measure {
  /** Lines read, as a multiple of the mean of earlier nights of the same weekday. */
  ROWS(Subject.SOURCE),
  /** Value of the night's kept lines, as a multiple of that mean. */
  REVENUE(Subject.SOURCE),
  /** Rejected lines as a share of the lines read. */
  REJECT_SHARE(Subject.SOURCE),
  /** Days from the latest order to the night. */
  FRESHNESS(Subject.SOURCE),
  /** Days from the last file of a suppression source to the night. */
  SUPPRESSION_AGE(Subject.SOURCE),
  /** Customers who moved to another segment, as a share of those who had one before. */
  MOVED_SHARE(null),
  /** Change of a segment's share of all customers, as a share of what it was. */
  SEGMENT_SHARE_CHANGE(Subject.SEGMENT),
  /** Agreement of refitted clusters with those in force before, 1 for the same. */
  ADJUSTED_RAND_INDEX(null),
  /** Customers in an extract, as a multiple of the mean of earlier nights. */
  EXTRACT_SIZE(Subject.AUDIENCE),
  /** Changes that the change guard would stop. */
  CHANGE_GUARD(null);

  /** What a measure has one value for each of. */
  enum Subject {
    SOURCE,
    SEGMENT,
    AUDIENCE
  }

  private final @Nullable Subject subject;

  Measure(@Nullable Subject subject) {
    this.subject = subject;
  }

  /** What it has one value for each of; null if it measures the whole night. */
  @Nullable Subject subject() {
    return subject;
  }

  /** As settings spell it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
