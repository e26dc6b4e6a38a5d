package dev.nightjar.ingest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A feed of files: which they are, how they are written, and what their lines mean.
 *
 * @param feed what the files carry
 * @param files pattern of the file names, as {@code orders-*.csv*}; a name that ends in .gz is
 *     unpacked
 * @param columns column of the file for each field of the feed
 * @param delimiter between columns
 * @param dateFormat pattern of dates and times, as Java's DateTimeFormatter; a pattern without a
 *     time means the beginning of the day
 * @param zone of the dates and times; none for the business's own
 * @param currency of the prices; none for the business's own
 * @param keptStatuses statuses of lines that count; empty where all do
 * @param returnMarker what marks a line as a return
 * @param returns what returns do
 * @param duplicates what identical lines of an order do
 * @param maxRejectShare share of rejects above which a file is quarantined, 0 to 1
 * @param onBadFile whether the night goes on without a quarantined file
 */
record Source(
    @NotNull Feed feed,
    @NotBlank String files,
    @DefaultValue Map<String, String> columns,
    @DefaultValue(",") char delimiter,
    @DefaultValue("yyyy-MM-dd HH:mm:ss") String dateFormat,
    @Nullable ZoneId zone,
    @Nullable Currency currency,
    @DefaultValue List<String> keptStatuses,
    @DefaultValue ReturnMarker returnMarker,
    @DefaultValue("net") Returns returns,
    @DefaultValue("keep") Duplicates duplicates,
    @DecimalMin(value = "0", message = SHARE)
        @DecimalMax(value = "1", message = SHARE)
        @DefaultValue("0.05")
        BigDecimal maxRejectShare,
    @DefaultValue("go-on") OnBadFile onBadFile) {

  private static final String SHARE = "must be from 0 to 1";

  /**
   * @param orderPrefix an order number that begins so is a return
   * @param statuses that mark a return
   * @param negativeQuantity whether a negative quantity marks a return
   */
  record ReturnMarker(
      @Nullable String orderPrefix,
      @DefaultValue List<String> statuses,
      @DefaultValue("false") boolean negativeQuantity) {}

  /** What returns do. */
  enum Returns {
    /** They lower the monetary value, and never count as orders. */
    NET,
    /** They are left out, with every line that is worth nothing. */
    IGNORE
  }

  /** What identical lines of an order do. */
  enum Duplicates {
    /** Each of them counts. */
    KEEP,
    /** One of them counts. */
    DROP_IDENTICAL
  }

  /** What a quarantined file does to the night. */
  enum OnBadFile {
    /** The night goes on without it. */
    GO_ON,
    /** The night stops until a file of the same name has been loaded. */
    STOP
  }

  /** As the tables and settings spell it. */
  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean fits(String fileName) {
    return FileSystems.getDefault().getPathMatcher("glob:" + files).matches(Path.of(fileName));
  }

  /** What is wrong between the values, one line each. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (feed != null) {
      columnProblems(problems);
    }
    try {
      fits("name");
    } catch (PatternSyntaxException e) {
      problems.add("files: is no pattern of file names (" + e.getDescription() + ")");
    }
    if ("\"\r\n".indexOf(delimiter) >= 0) {
      problems.add("delimiter: cannot be a quote or the end of a line");
    }
    try {
      if (!new TimePattern(dateFormat).isReadable()) {
        problems.add("date-format: no date can be read with " + dateFormat);
      }
    } catch (IllegalArgumentException e) {
      problems.add("date-format: is no pattern of dates (" + e.getMessage() + ")");
    }
    return problems;
  }

  private void columnProblems(List<String> problems) {
    for (var field : feed.fields()) {
      if (field.isMapped() && columns.getOrDefault(field.name(), "").isBlank()) {
        problems.add("columns." + field.name() + ": is missing");
      }
    }
    var names = feed.fields().stream().map(FeedField::name).toList();
    for (var name : columns.keySet()) {
      if (!names.contains(name)) {
        problems.add(
            "columns.%s: is no field of %s; there are: %s"
                .formatted(name, key(feed), String.join(", ", names)));
      }
    }
  }
}
