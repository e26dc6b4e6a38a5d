package dev.nightjar.guess;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Counted;
import dev.nightjar.values.KeyDamage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the description of a source whose columns are known. */
final class SourceGuess {
  private static final int SOURCE = 2;
  private static final int SETTING = 3;
  private static final int FIELD = 4;
  private static final String CONSENT = "consent-";
  private static final String COLUMNS = "columns.";
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  /** Numbers in the name of a file, with months next to them. */
  private static final Pattern DATES =
      Pattern.compile(
          "(?i)(?:(?<![a-z])%1$s[-_. ]?)?\\d+(?:[-_. ]?(?:\\d+|%1$s(?![a-z])))*".formatted(MONTH));

  private static final List<String> FIELDS =
      List.of(
          "order",
          "customer",
          "ordered-at",
          "updated-at",
          "product",
          "quantity",
          "unit-price",
          "total",
          "refunded",
          "currency",
          "status",
          "first-name",
          "last-name",
          "email",
          "phone",
          "country",
          "city",
          "state",
          "zip",
          "birth-date",
          "address",
          "address-2",
          "gender",
          "consent",
          "opted-out",
          "channel",
          "suppressed-at");

  private final Sample sample;
  private final Roles roles;
  private final BusinessSettings business;
  private final Draft draft = new Draft();

  private SourceGuess(Sample sample, Roles roles, BusinessSettings business) {
    this.sample = sample;
    this.roles = roles;
    this.business = business;
  }

  /** The description of a file's source, as it is written into the configuration. */
  static String of(Sample sample, Roles roles, BusinessSettings business) {
    return new SourceGuess(sample, roles, business).yaml();
  }

  private String yaml() {
    draft.comment(
        "guessed from %s (%s%s); %s%s read"
            .formatted(
                sample.fileName(),
                roles.preset == null ? "" : "preset " + roles.preset + "; ",
                sample.words(),
                sample.isWhole() ? "" : "the first ",
                Counted.of(sample.rows().size(), "line")));
    draft.line(0, "ingest", "", null).line(1, "sources", "", null);
    draft.line(SOURCE, roles.preset == null ? sourceName() : roles.preset, "", null);
    var question = roles.asked.get("feed");
    if (question == null) {
      draft.line(SETTING, "feed", roles.feed, null);
    } else {
      draft.question(SETTING, "feed", question);
    }
    draft.line(SETTING, "files", Draft.quoted(filePattern()), null);
    if (!sample.layout().isEmpty()) {
      draft.line(SETTING, "layout", "", null);
      sample.layout().forEach((key, value) -> draft.line(FIELD, key, value, null));
    }
    addColumns();
    addConstants();
    new DateSettings(sample, roles, draft).add();
    if (roles.strip != null) {
      draft.line(SETTING, "keys", "{strip: " + Draft.quoted(roles.strip) + "}", null);
    }
    if (roles.isOfOrders()) {
      new MoneySettings(sample, roles, draft, business).add();
      new OrderSettings(sample, roles, draft).add();
    }
    return draft.toString();
  }

  private void addColumns() {
    draft.line(SETTING, "columns", "", "of the file: " + String.join(", ", sample.columns()));
    for (var field : fields()) {
      var columns = roles.columns.get(field);
      var question = roles.asked.get(COLUMNS + field);
      if (question != null) {
        draft.question(FIELD, field, question);
      } else if (columns != null) {
        addColumn(field, columns);
      } else if (needed().contains(field) && !roles.constants.containsKey(field)) {
        draft.question(FIELD, field, "not recognised");
      }
    }
  }

  private void addColumn(String field, List<String> columns) {
    var damage = new KeyDamage();
    if (field.equals("order") || field.equals("customer")) {
      sample.values(columns.get(0)).forEach(damage::see);
    }
    damage
        .note(columns.get(0))
        .ifPresentOrElse(
            note -> draft.question(FIELD, field, note),
            () -> draft.line(FIELD, field, Draft.list(columns), consent(field)));
  }

  /** Consent to one purpose is not assumed for another: then an audience would be empty. */
  private static @Nullable String consent(String field) {
    return field.startsWith(CONSENT) && !field.equals("consent-marketing")
        ? "is consent to the purpose %s alone; audiences are of the purpose marketing if they name no other, and leave out who did not agree to it"
            .formatted(field.substring(CONSENT.length()))
        : null;
  }

  private Iterable<String> fields() {
    var asked =
        roles.asked.keySet().stream()
            .filter(key -> key.startsWith(COLUMNS))
            .map(key -> key.substring(COLUMNS.length()));
    var more =
        Stream.concat(roles.columns.keySet().stream(), asked)
            .filter(field -> !FIELDS.contains(field))
            .distinct()
            .sorted();
    return Stream.concat(FIELDS.stream(), more).toList();
  }

  private List<String> needed() {
    return switch (roles.feed) {
      case "order-lines" -> List.of("order", "customer", "ordered-at", "quantity", "unit-price");
      case "orders" -> List.of("customer", "ordered-at", "total");
      case "customers" -> List.of("customer");
      default -> List.of();
    };
  }

  private void addConstants() {
    if (!roles.constants.isEmpty()) {
      draft.line(
          SETTING,
          "constants",
          roles.constants.entrySet().stream()
              .map(each -> each.getKey() + ": " + each.getValue())
              .collect(Collectors.joining(", ", "{", "}")),
          roles.constants.containsKey("quantity")
              ? roles.column("unit-price") + " is the total of a line"
              : null);
    }
  }

  /** The name with its numbers and the signs of patterns replaced. */
  private String filePattern() {
    var pattern =
        DATES.matcher(sample.fileName().replaceAll("[\\[\\]{}\\\\*?]", "?")).replaceAll("*");
    // the next file can be called otherwise only by a number
    return pattern.contains("*") ? pattern : pattern.replaceFirst("(?<=.)(?=\\.|$)", "*");
  }

  private String sourceName() {
    var stem =
        DATES
            .matcher(sample.fileName())
            .replaceAll("-")
            .replaceAll("\\..*", "")
            .toLowerCase(Locale.ROOT);
    var words = Arrays.stream(stem.split("[^a-z]+")).filter(word -> !word.isEmpty());
    var name = words.collect(Collectors.joining("-"));
    return name.isEmpty() ? "orders" : name;
  }
}
