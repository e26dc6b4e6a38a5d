package dev.nightjar.ingest;

import static java.math.BigDecimal.valueOf;

import dev.nightjar.formats.BadFile;
import dev.nightjar.home.Counted;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is expected of a source's files.
 *
 * @param required whether a night fails without a good file
 * @param by time of the day after the night, in the business zone, at which a file is late; none if
 *     it can come at any time. A night that runs earlier waits for a required file until then
 * @param minFiles fewest files of a night if any came or the source is required
 * @param maxFiles most files of a night; none for any number
 * @param minRows fewest lines of a file; one with fewer is quarantined
 * @param maxRows most lines of a file; none for any number
 * @param maxRejectShare share of rejects above which a file is quarantined, 0 to 1
 */
record Expectations(
    @DefaultValue("false") boolean required,
    @Nullable LocalTime by,
    @Min(1) @DefaultValue("1") int minFiles,
    @Nullable Integer maxFiles,
    @Min(0) @DefaultValue("0") long minRows,
    @Nullable Long maxRows,
    @DecimalMin(value = "0", message = SHARE)
        @DecimalMax(value = "1", message = SHARE)
        @DefaultValue("0.05")
        BigDecimal maxRejectShare) {

  private static final String SHARE = "must be from 0 to 1";

  /** What is wrong between the values, one line each. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (maxFiles != null && maxFiles < minFiles) {
      problems.add("max-files: is less than min-files");
    }
    if (maxRows != null && maxRows < minRows) {
      problems.add("max-rows: is less than min-rows");
    }
    return problems;
  }

  /**
   * Refuses a file that was read to its end and does not meet the expectations.
   *
   * @param read lines
   * @param rejected lines of those
   * @throws BadFile with the expectation that is not met
   */
  void refuse(long read, long rejected) {
    if (valueOf(rejected).compareTo(maxRejectShare.multiply(valueOf(read))) > 0) {
      throw new BadFile(
          "%d of %d lines are rejects, more than the source's share of %s"
              .formatted(rejected, read, maxRejectShare.stripTrailingZeros().toPlainString()),
          null);
    }
    if (read < minRows) {
      throw new BadFile(
          "%s, fewer than min-rows %d".formatted(Counted.of(read, "line"), minRows), null);
    }
    if (maxRows != null && read > maxRows) {
      throw new BadFile(
          "%s, more than max-rows %d".formatted(Counted.of(read, "line"), maxRows), null);
    }
  }
}
