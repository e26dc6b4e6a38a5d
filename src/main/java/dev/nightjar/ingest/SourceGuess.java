package dev.nightjar.ingest;

import dev.nightjar.formats.TimePattern;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Visible;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A first description of a source, guessed from the names and the first values of a file's columns.
 */
final class SourceGuess {
  private static final String UNKNOWN = "\"?\"";
  private static final List<String> DATE_PATTERNS =
      List.of(
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ssX",
          "yyyy-MM-dd HH:mm",
          "yyyy-MM-dd",
          "yyyyMMdd",
          "yyyy/MM/dd HH:mm:ss",
          "yyyy/MM/dd",
          "dd.MM.yyyy HH:mm:ss",
          "dd.MM.yyyy HH:mm",
          "dd.MM.yyyy",
          "dd/MM/yyyy HH:mm:ss",
          "dd/MM/yyyy HH:mm",
          "dd/MM/yyyy",
          "M/d/yyyy H:mm:ss",
          "M/d/yyyy H:mm",
          "M/d/yyyy",
          "dd-MM-yyyy",
          "d MMM yyyy");

  /** Names of the fields in files, without case, blanks and punctuation. */
  private static final Map<String, List<String>> NAMES = names();

  private final String fileName;
  private final boolean hasHeader;
  private final String layout;
  private final List<String> columns;
  private final List<String[]> sample;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<String> datePatterns;

  /**
   * @param hasHeader whether the columns' names are the file's own
   * @param layout as detected
   * @param sample the cells of the first lines
   */
  SourceGuess(
      String fileName,
      boolean hasHeader,
      String layout,
      List<String> columns,
      List<String[]> sample) {
    this.fileName = fileName;
    this.hasHeader = hasHeader;
    this.layout = layout;
    this.columns = columns;
    this.sample = sample;
    NAMES.forEach(this::find);
    var moment = columnOfMoments();
    if (moment != null) {
      fields.put("ordered-at", moment);
    }
    this.datePatterns = moment == null ? List.of() : patternsOf(moment);
  }

  /** Whether a column name is a number or a date: then the file has no header. */
  boolean isHeaderData() {
    return columns.stream().anyMatch(column -> column.matches("[-+]?\\d[\\d.,/:\\sT-]*"));
  }

  /** The description, as it is written into the configuration. */
  String yaml() {
    var feed = feed();
    var yaml = new StringBuilder();
    yaml.append(
        "# guessed from %s (%s); %s read%n"
            .formatted(Visible.text(fileName), layout, Counted.of(sample.size(), "line")));
    yaml.append("ingest:%n  sources:%n    %s:%n".formatted(sourceName()));
    yaml.append("      feed: %s%n".formatted(Source.key(feed)));
    yaml.append("      files: \"%s\"%n".formatted(Visible.text(filePattern())));
    if (!hasHeader) {
      var format = layout.contains("blanks") ? "        format: blanks%n" : "";
      yaml.append(("      layout:%n" + format + "        header: false%n").formatted());
    }
    yaml.append(
        "      columns: # of the file: %s%n".formatted(Visible.text(String.join(", ", columns))));
    for (var field : feed.fields()) {
      var column = fields.get(field.name());
      if (column != null) {
        yaml.append("        %s: [%s]%n".formatted(field.name(), quoted(column)));
      } else if (field.isMapped()) {
        yaml.append("        %s: %s # not recognised%n".formatted(field.name(), UNKNOWN));
      }
    }
    appendDates(yaml);
    if (hasDecimalComma()) {
      yaml.append("      numbers:%n        decimal: \",\"%n        thousands: \".\"%n".formatted());
    }
    if (feed.isOfOrders() && hasNegatives()) {
      yaml.append("      return-marker:%n        negative-quantity: true%n".formatted());
    }
    return yaml.toString();
  }

  private Feed feed() {
    if (fields.containsKey("quantity") && fields.containsKey("unit-price")) {
      return Feed.ORDER_LINES;
    }
    if (fields.containsKey("total")) {
      return Feed.ORDERS;
    }
    if (fields.containsKey("customer")
        && Stream.of("first-name", "last-name", "email", "consent").anyMatch(fields::containsKey)) {
      fields.remove("ordered-at");
      if (fields.containsKey("status")) { // of a customer, the word means where they live
        fields.putIfAbsent("state", fields.remove("status"));
      }
      return Feed.CUSTOMERS;
    }
    if (fields.containsKey("email") && !fields.containsKey("ordered-at")) {
      return Feed.SUPPRESSIONS;
    }
    return fields.containsKey("product") ? Feed.ORDER_LINES : Feed.ORDERS;
  }

  private void appendDates(StringBuilder yaml) {
    if (datePatterns.isEmpty()) {
      yaml.append("      date-format: %s # not recognised%n".formatted(UNKNOWN));
      return;
    }
    var others = datePatterns.subList(1, datePatterns.size());
    yaml.append(
        "      date-format: %s%s%n"
            .formatted(
                quoted(datePatterns.get(0)),
                others.isEmpty() ? "" : " # or " + String.join(", or ", others)));
  }

  private void find(String field, List<String> words) {
    for (var word : words) {
      for (var column : columns) {
        if (plain(column).equals(word) && !fields.containsValue(column)) {
          fields.putIfAbsent(field, column);
        }
      }
    }
  }

  /** The column named for the time of an order, else the only one whose values are dates. */
  private @Nullable String columnOfMoments() {
    var named = fields.get("ordered-at");
    if (named != null && !patternsOf(named).isEmpty()) {
      return named;
    }
    var moments = columns.stream().filter(column -> !patternsOf(column).isEmpty()).toList();
    return moments.size() == 1 ? moments.get(0) : null;
  }

  private List<String> patternsOf(String column) {
    var values = values(column).limit(1000).toList();
    return values.isEmpty()
        ? List.of()
        : DATE_PATTERNS.stream()
            .filter(pattern -> values.stream().allMatch(isRead(new TimePattern(pattern))))
            .toList();
  }

  private static Predicate<String> isRead(TimePattern pattern) {
    return text -> {
      try {
        int year = pattern.parse(text).getYear();
        return year >= 1900 && year <= 2100;
      } catch (DateTimeException e) {
        return false;
      }
    };
  }

  private boolean hasDecimalComma() {
    return Stream.of("total", "unit-price", "quantity")
        .filter(fields::containsKey)
        .flatMap(field -> values(fields.get(field)))
        .anyMatch(text -> text.matches("-?[\\d.]*\\d,\\d{1,2}"));
  }

  private boolean hasNegatives() {
    return Stream.of("total", "quantity")
        .filter(fields::containsKey)
        .flatMap(field -> values(fields.get(field)))
        .anyMatch(text -> text.startsWith("-"));
  }

  private Stream<String> values(String column) {
    int index = columns.indexOf(column);
    return sample.stream().map(cells -> cells[index].strip()).filter(text -> !text.isEmpty());
  }

  private String filePattern() {
    return fileName.replaceAll("\\d+([-_.]?\\d+)*", "*");
  }

  private String sourceName() {
    var stem = fileName.replaceAll("\\..*", "").toLowerCase(Locale.ROOT);
    var words = Arrays.stream(stem.split("[^a-z]+")).filter(word -> !word.isEmpty());
    var name = words.collect(Collectors.joining("-"));
    return name.isEmpty() ? "orders" : name;
  }

  private static String quoted(String text) {
    // YAML reads the escapes of control characters
    return "\"" + Visible.text(text.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
  }

  private static String plain(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }

  private static Map<String, List<String>> names() {
    var names = new LinkedHashMap<String, List<String>>();
    names.put(
        "order",
        words(
            "order ordernumber orderid orderno invoiceno invoice invoicenumber invoiceid transactionid transaction receipt receiptno basketid bestellnummer bestellung auftragsnummer rechnungsnummer"));
    names.put(
        "customer",
        words(
            "customerid customer customerkey customernumber customerno custid clientid client userid memberid householdkey kundennummer kundenid kunde kundennr"));
    names.put(
        "ordered-at",
        words(
            "orderedat orderdate ordertimestamp orderpurchasetimestamp invoicedate transactiondate purchasedate date datetime timestamp createdat bestelldatum datum rechnungsdatum"));
    names.put(
        "product",
        words(
            "stockcode product productcode productid sku item itemid itemcode articlenumber artikel artikelnummer"));
    names.put("quantity", words("quantity qty units count menge anzahl"));
    names.put(
        "unit-price",
        words("unitprice price priceperunit preis einzelpreis stueckpreis stückpreis"));
    names.put(
        "total",
        words(
            "total totalprice totalamount ordertotal ordervalue amount revenue value sales salesamount paymentvalue spend umsatz betrag summe gesamt"));
    names.put("currency", words("currency currencycode waehrung währung"));
    names.put("status", words("status orderstatus state"));
    names.put("country", words("country countrycode land"));
    addNamesOfCustomers(names);
    return names;
  }

  private static void addNamesOfCustomers(Map<String, List<String>> names) {
    names.put("updated-at", words("updatedat modifiedat lastmodified changedat"));
    names.put("first-name", words("firstname givenname vorname"));
    names.put("last-name", words("lastname surname familyname nachname"));
    names.put("email", words("email emailaddress mail"));
    names.put("phone", words("phone phonenumber mobile telephone telefon"));
    names.put("city", words("city town ort stadt"));
    names.put("state", words("state stateprovince province region bundesland"));
    names.put("zip", words("zip zipcode postalcode postcode plz postleitzahl"));
    names.put("birth-date", words("birthdate dateofbirth birthday dob geburtsdatum"));
    names.put("consent", words("consent emailconsent marketingconsent optin newsletter"));
    names.put("opted-out", words("optedout optout unsubscribed"));
  }

  private static List<String> words(String words) {
    return new ArrayList<>(List.of(words.split(" ")));
  }
}
