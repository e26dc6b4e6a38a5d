package dev.nightjar.ingest;

import dev.nightjar.formats.Layout;
import dev.nightjar.formats.TimePattern;
import dev.nightjar.values.Ids;
import dev.nightjar.values.Numbers;
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
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.Delimiter;

/**
 * A feed of files: their names, their format, and what their lines mean.
 *
 * @param feed what the files carry
 * @param files pattern of the file names, such as {@code orders-*.csv*}
 * @param layout how the files are written
 * @param columns columns of the file for each field of the feed; several are joined by a blank,
 *     such as a date and a time; with {@code {first-of: [A, B]}}, the first with a value counts;
 *     customers also have consent-PURPOSE, such as consent-advertising
 * @param constants values of fields that the files do not carry
 * @param attributes column of the file for each further value of an order that is kept by name
 * @param fillDown fields and attributes that only the first line of an order has; empty cells of
 *     its further lines take them
 * @param oncePerOrder total, refunded, or both, if they are amounts of the whole order: they count
 *     once, however many of its lines have them
 * @param dateFormat {@code iso-8601}, {@code epoch-seconds}, {@code epoch-millis}, or patterns of
 *     dates and times, as in Java's DateTimeFormatter; the first that reads a value counts; without
 *     a time, the beginning of the day
 * @param locale language of the names of months and days, and of AM and PM, such as {@code de}
 * @param zone of dates and times without an offset or zone; none for the business zone
 * @param numbers how numbers are written
 * @param keys how ids are written
 * @param noCustomer values of the customer that mean nobody, in any case
 * @param currency of the prices if no column names it; none for the business currency
 * @param keptStatuses statuses of lines that count; empty if all do
 * @param returnMarker what marks a line as a return
 * @param returns how returns count
 * @param freeLines how lines worth nothing count
 * @param duplicates how an order counts that comes more than once; by default newest-file, but keep
 *     if the orders have no number or same-name is addition
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
    @DefaultValue List<String> fillDown,
    @DefaultValue List<String> oncePerOrder,
    @DefaultValue("yyyy-MM-dd HH:mm:ss") @Delimiter(Delimiter.NONE) List<String> dateFormat,
    @DefaultValue("en") Locale locale,
    @Nullable ZoneId zone,
    @DefaultValue Numbers numbers,
    @DefaultValue Ids keys,
    @DefaultValue({"0", "guest", "null", "nan", "n/a", "none", "-", "#N/A"})
        List<String> noCustomer,
    @Nullable Currency currency,
    @DefaultValue List<String> keptStatuses,
    @DefaultValue ReturnMarker returnMarker,
    @DefaultValue("net") Returns returns,
    @DefaultValue("leave-out") FreeLines freeLines,
    @Nullable Duplicates duplicates,
    @DefaultValue("correction") SameName sameName,
    @DefaultValue @Valid Expectations expect) {

  private static final String FIRST_OF = ".first-of";

  /**
   * @param orderPrefix an order number with this prefix is a return
   * @param statuses that mark a return
   * @param negativeQuantity whether a negative quantity, or the negative total of an order, marks a
   *     return
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
    /** They are kept, and make an order by themselves; lines that cancel each other do not. */
    COUNT
  }

  /** How an order counts that comes more than once. */
  enum Duplicates {
    /**
     * Of the files that have an order, the newest replaces the whole order: the one with the latest
     * day, or of several, the one that landed last.
     */
    NEWEST_FILE,
    /** Each line counts. */
    KEEP,
    /** Of identical lines, one counts. */
    DROP_IDENTICAL,
    /** Of the lines of an order and product, or line id, the last one counts. */
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
    if (dateFormat.isEmpty()) {
      problems.add("date-format: names no pattern");
    }
    dateFormat.forEach(each -> dateProblem(each).ifPresent(problems::add));
    layout.problems().forEach(each -> problems.add("layout." + each));
    numbers.problems().forEach(each -> problems.add("numbers." + each));
    expect.problems().forEach(each -> problems.add("expect." + each));
    return problems;
  }

  private Optional<String> dateProblem(String pattern) {
    try {
      return new TimePattern(pattern, locale).isReadable()
          ? Optional.empty()
          : Optional.of("date-format: no date can be read with " + pattern);
    } catch (IllegalArgumentException e) {
      return Optional.of("date-format: is not a pattern of dates (" + e.getMessage() + ")");
    }
  }

  /** How an order counts that comes more than once. */
  Duplicates duplicatesOrDefault() {
    if (duplicates != null) {
      return duplicates;
    }
    return sameName == SameName.CORRECTION && isMapped("order")
        ? Duplicates.NEWEST_FILE
        : Duplicates.KEEP;
  }

  /** The columns of a field; null if it has none. */
  @Nullable List<String> columnsOf(String field) {
    return isFirstOf(field) ? columns.get(field + FIRST_OF) : columns.get(field);
  }

  /** Whether the first of a field's columns with a value counts, instead of all together. */
  boolean isFirstOf(String field) {
    return columns.containsKey(field + FIRST_OF);
  }

  /** The fields that have columns. */
  Set<String> mappedFields() {
    return columns.keySet().stream()
        .map(
            key ->
                key.endsWith(FIRST_OF) ? key.substring(0, key.length() - FIRST_OF.length()) : key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a field has a column. */
  boolean isMapped(String field) {
    var names = columnsOf(field);
    return names != null && names.stream().anyMatch(name -> !name.isBlank());
  }

  /** The constant value of a field; null if there is none. */
  @Nullable String constant(FeedField field) {
    boolean isOfPrices = field.kind() == FeedField.Kind.CURRENCY;
    return isOfPrices && currency != null && !isMapped(field.name())
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
    Stream.of(Map.entry("columns", mappedFields()), Map.entry("constants", constants.keySet()))
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
      var isMapped = isMapped(field.name());
      if (isMapped && constants.containsKey(field.name())) {
        problems.add("constants." + field.name() + ": has columns too");
      }
      if (field.isMapped() && !isMapped && !constants.containsKey(field.name())) {
        problems.add("columns." + field.name() + ": is missing");
      } else if (!isMapped && columnsOf(field.name()) != null) {
        problems.add("columns." + field.name() + ": names no column");
      }
    }
    consentProblems(problems);
    orderProblems(problems);
    if (currency != null && constants.containsKey("currency")) {
      problems.add("constants.currency: is given by currency too; keep one of them");
    }
    if (feed == Feed.ORDERS && sameName == SameName.ADDITION && !isMapped("order")) {
      problems.add("same-name: addition needs columns.order, or orders would share their names");
    }
    if (!attributes.isEmpty() && !feed.isOfOrders()) {
      problems.add("attributes: only orders have them");
    }
    var identifiers = feed.identifiers();
    if (!identifiers.isEmpty() && identifiers.stream().noneMatch(this::isMapped)) {
      problems.add("columns: need one of " + String.join(", ", identifiers));
    }
  }

  private void orderProblems(List<String> problems) {
    fillDown.stream()
        .filter(name -> !isMapped(name) && !attributes.containsKey(name))
        .map("fill-down: %s is neither a field with columns nor an attribute"::formatted)
        .forEach(problems::add);
    oncePerOrder.stream()
        .filter(name -> !List.of("total", "refunded").contains(name) || !isMapped(name))
        .map("once-per-order: %s is not total or refunded with a column"::formatted)
        .forEach(problems::add);
    if (!(fillDown.isEmpty() && oncePerOrder.isEmpty()) && !isMapped("order")) {
      problems.add("fill-down, once-per-order: need columns.order");
    }
    columns.keySet().stream()
        .filter(key -> key.endsWith(FIRST_OF))
        .map(key -> key.substring(0, key.length() - FIRST_OF.length()))
        .filter(columns::containsKey)
        .map("columns.%s: has columns and first-of; keep one of them"::formatted)
        .forEach(problems::add);
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
