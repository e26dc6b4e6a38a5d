package dev.nightjar.ingest;

import dev.nightjar.formats.Layout;
import dev.nightjar.formats.Numbers;
import dev.nightjar.formats.TimePattern;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A feed of files: their names, their format, and what their lines mean.
 *
 * @param feed what the files carry
 * @param files pattern of the file names, such as {@code orders-*.csv*}
 * @param layout how the files are written
 * @param columns columns of the file for each field of the feed; several are joined by a blank,
 *     such as a date and a time; customers also have consent-PURPOSE, such as consent-advertising
 * @param constants values of fields that the files do not carry
 * @param attributes column of the file for each further value of an order that is kept by name
 * @param dateFormat pattern of dates and times, as in Java's DateTimeFormatter; without a time, the
 *     beginning of the day
 * @param zone of the dates and times; none for the business zone
 * @param numbers how numbers are written
 * @param currency of the prices if no column names it; none for the business currency
 * @param keptStatuses statuses of lines that count; empty if all do
 * @param returnMarker what marks a line as a return
 * @param returns how returns count
 * @param freeLines how lines worth nothing count
 * @param duplicates how repeated lines of an order count
 * @param sameName what a file means whose name came before with other content
 * @param expect what is expected of the files
 */
record Source(
    @NotNull Feed feed,
    @NotBlank String files,
    @DefaultValue Layout layout,
    @DefaultValue Map<String, List<String>> columns,
    @DefaultValue Map<String, String> constants,
    @DefaultValue Map<String, String> attributes,
    @DefaultValue("yyyy-MM-dd HH:mm:ss") String dateFormat,
    @Nullable ZoneId zone,
    @DefaultValue Numbers numbers,
    @Nullable Currency currency,
    @DefaultValue List<String> keptStatuses,
    @DefaultValue ReturnMarker returnMarker,
    @DefaultValue("net") Returns returns,
    @DefaultValue("leave-out") FreeLines freeLines,
    @DefaultValue("keep") Duplicates duplicates,
    @DefaultValue("correction") SameName sameName,
    @DefaultValue @Valid Expectations expect) {

  /**
   * @param orderPrefix an order number with this prefix is a return
   * @param statuses that mark a return
   * @param negativeQuantity whether a negative quantity marks a return
   */
  record ReturnMarker(
      @Nullable String orderPrefix,
      @DefaultValue List<String> statuses,
      @DefaultValue("false") boolean negativeQuantity) {}

  /** How returns count. */
  enum Returns {
    /** They lower the monetary value, and never count as orders. */
    NET,
    /** They are left out, and so is every line with a negative value. */
    IGNORE
  }

  /** How lines worth nothing count, such as a gift or a sample. */
  enum FreeLines {
    /** They do not make an order, and are left out if returns are. */
    LEAVE_OUT,
    /** They are kept, and make an order by themselves. */
    COUNT
  }

  /** How repeated lines of an order count. */
  enum Duplicates {
    /** Each of them counts. */
    KEEP,
    /** Of identical lines, one counts. */
    DROP_IDENTICAL,
    /** Of the lines of an order and product, the last one counts. */
    BY_KEY
  }

  /** What a file means whose name came before with other content. */
  enum SameName {
    /** Its lines count instead of the earlier file's. */
    CORRECTION,
    /** Its lines count in addition to the earlier file's. */
    ADDITION
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
      problems.add("files: is not a pattern of file names (" + e.getDescription() + ")");
    }
    try {
      if (!new TimePattern(dateFormat).isReadable()) {
        problems.add("date-format: no date can be read with " + dateFormat);
      }
    } catch (IllegalArgumentException e) {
      problems.add("date-format: is not a pattern of dates (" + e.getMessage() + ")");
    }
    layout.problems().forEach(each -> problems.add("layout." + each));
    numbers.problems().forEach(each -> problems.add("numbers." + each));
    expect.problems().forEach(each -> problems.add("expect." + each));
    return problems;
  }

  /** The constant value of a field; null if there is none. */
  @Nullable String constant(FeedField field) {
    boolean isOfPrices = field.kind() == FeedField.Kind.CURRENCY;
    return isOfPrices && currency != null && !columns.containsKey(field.name())
        ? currency.getCurrencyCode()
        : constants.get(field.name());
  }

  /** The columns that a file must have. */
  Set<String> wantedColumns() {
    var wanted = new LinkedHashSet<String>();
    columns.values().forEach(wanted::addAll);
    wanted.addAll(attributes.values());
    return wanted;
  }

  private void columnProblems(List<String> problems) {
    var names = feed.fields().stream().map(FeedField::name).toList();
    Stream.of(Map.entry("columns", columns.keySet()), Map.entry("constants", constants.keySet()))
        .forEach(
            each ->
                each.getValue().stream()
                    .filter(name -> !names.contains(name))
                    .filter(name -> feed.purpose(name) == null || !each.getKey().equals("columns"))
                    .map(name -> each.getKey() + "." + name)
                    .map(key -> key + ": is not a field of %s; there are: %s")
                    .map(text -> text.formatted(key(feed), String.join(", ", names)))
                    .forEach(problems::add));
    for (var field : feed.fields()) {
      var isMapped =
          columns.getOrDefault(field.name(), List.of()).stream().anyMatch(c -> !c.isBlank());
      if (isMapped && constants.containsKey(field.name())) {
        problems.add("constants." + field.name() + ": has columns too");
      }
      if (field.isMapped() && !isMapped && !constants.containsKey(field.name())) {
        problems.add("columns." + field.name() + ": is missing");
      } else if (!isMapped && columns.containsKey(field.name())) {
        problems.add("columns." + field.name() + ": names no column");
      }
    }
    consentProblems(problems);
    if (currency != null && constants.containsKey("currency")) {
      problems.add("constants.currency: is given by currency too; keep one of them");
    }
    if (feed == Feed.ORDERS && sameName == SameName.ADDITION && !columns.containsKey("order")) {
      problems.add("same-name: addition needs columns.order, or orders would share their names");
    }
    if (!attributes.isEmpty() && !feed.isOfOrders()) {
      problems.add("attributes: only orders have them");
    }
    var identifiers = feed.identifiers();
    if (!identifiers.isEmpty() && identifiers.stream().noneMatch(columns::containsKey)) {
      problems.add("columns: need one of " + String.join(", ", identifiers));
    }
  }

  private void consentProblems(List<String> problems) {
    columns.forEach(
        (name, from) -> {
          if (feed.purpose(name) != null && (from.size() != 1 || from.get(0).isBlank())) {
            problems.add("columns." + name + ": must name one column");
          }
        });
  }
}
