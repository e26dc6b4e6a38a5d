package dev.nightjar.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the columns of a line into the text of typed values, or says why not. */
final class LineParser {
  private static final int MAX_TEXT = 1000;
  private static final int MAX_DIGITS = 20;
  private static final Set<String> TRUE = Set.of("true", "yes", "y", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "n", "0");

  private final List<FeedField> fields;
  private final int[] columns;
  private final List<String> header;
  private final TimePattern times;
  private final ZoneId sourceZone;
  private final ZoneId businessZone;

  /**
   * @param header the file's column names
   * @throws BadFile where a column of the source's mapping is not among them
   */
  LineParser(Source source, List<String> header, ZoneId businessZone) {
    this.header = header;
    this.businessZone = businessZone;
    this.sourceZone = source.zone() == null ? businessZone : source.zone();
    this.times = new TimePattern(source.dateFormat());
    this.fields =
        source.feed().fields().stream()
            .filter(field -> source.columns().containsKey(field.name()))
            .toList();
    this.columns =
        fields.stream().mapToInt(f -> header.indexOf(source.columns().get(f.name()))).toArray();
    for (var field : fields) {
      var column = source.columns().get(field.name());
      if (header.indexOf(column) != header.lastIndexOf(column)) {
        throw new BadFile("the header has column " + column + " twice", 1L, List.of());
      }
    }
    var missing =
        fields.stream()
            .map(field -> source.columns().get(field.name()))
            .filter(column -> !header.contains(column))
            .toList();
    if (!missing.isEmpty()) {
      throw new BadFile("the header has no column " + String.join(", ", missing), 1L, List.of());
    }
  }

  /** The fields that are filled, in the order of the values. */
  List<FeedField> fields() {
    return fields;
  }

  /**
   * Reads one line.
   *
   * @param values takes the values' texts, null for none
   * @return why the line is a reject; null where it is none
   */
  @Nullable Reject parse(long line, List<String> cells, @Nullable String[] values) {
    if (cells.size() != header.size()) {
      return new Reject(
          line, null, "%d columns instead of %d".formatted(cells.size(), header.size()));
    }
    for (int i = 0; i < columns.length; i++) {
      var field = fields.get(i);
      var text = cells.get(columns[i]).strip();
      var reason = text.isEmpty() ? blank(field) : faultOf(text);
      if (reason == null && !text.isEmpty()) {
        try {
          text = typed(field.kind(), text);
        } catch (DateTimeException | NumberFormatException e) {
          reason = "is not a " + Source.key(field.kind());
        }
      }
      if (reason != null) {
        return new Reject(line, header.get(columns[i]), reason);
      }
      values[i] = text.isEmpty() ? null : text;
    }
    return null;
  }

  private static @Nullable String blank(FeedField field) {
    return field.isFilled() ? "is empty" : null;
  }

  private static @Nullable String faultOf(String text) {
    if (text.length() > MAX_TEXT) {
      return "is longer than %d characters".formatted(MAX_TEXT);
    }
    return text.indexOf('\0') >= 0 ? "has a NUL character" : null;
  }

  private String typed(FeedField.Kind kind, String text) {
    return switch (kind) {
      case TEXT -> text;
      case DECIMAL -> decimal(text);
      case TIME -> time(text);
      case BOOLEAN -> bool(text);
    };
  }

  /** At most 20 digits before and behind the point: 1e999999 would fill the disk. */
  private static String decimal(String text) {
    var number = new BigDecimal(text);
    if ((long) number.precision() - number.scale() > MAX_DIGITS || number.scale() > MAX_DIGITS) {
      throw new NumberFormatException("out of range");
    }
    return number.toPlainString();
  }

  private String time(String text) {
    var local = times.parse(text);
    var time =
        sourceZone.equals(businessZone)
            ? local
            : local.atZone(sourceZone).withZoneSameInstant(businessZone).toLocalDateTime();
    if (time.getYear() < 1900 || time.getYear() > 9999) {
      throw new NumberFormatException("out of range");
    }
    return time.toString();
  }

  private static String bool(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(word) || FALSE.contains(word)) {
      return String.valueOf(TRUE.contains(word));
    }
    throw new NumberFormatException("neither yes nor no");
  }
}
