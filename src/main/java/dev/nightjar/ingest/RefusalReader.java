package dev.nightjar.ingest;

import dev.nightjar.formats.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a line refuses that is a reject otherwise: in doubt, the person is left out. In a
 * suppressions file each line refuses, in a customers file one that opts out or withdraws a
 * consent. An answer that cannot be read is a refusal.
 */
final class RefusalReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OPTED_OUT = "opted-out";
  private static final String CONSENT = "consent";

  private final Feed feed;
  private final ValueParser values;
  private final int width;
  private final Map<String, FieldColumns> columns = new HashMap<>();

  RefusalReader(Source source, List<String> header, ValueParser values) {
    this.feed = source.feed();
    this.values = values;
    this.width = header.size();
    source
        .mappedFields()
        .forEach(field -> columns.put(field, FieldColumns.of(source, field, header)));
  }

  /**
   * What a line refuses.
   *
   * @param key of the customer; null if it cannot be read
   * @param email text with the addresses; null for none
   * @param hasConsent false if consent is withdrawn or cannot be read, null otherwise
   * @param consents the same by purpose
   */
  record Refused(
      @Nullable String key,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String country,
      @Nullable Object time,
      boolean isOptedOut,
      @Nullable Boolean hasConsent,
      @Nullable JSONB consents) {}

  /** A line and what it refuses. */
  record Line(long number, Refused refused) {}

  /** What a line refuses; null for nothing, or if it names nobody. */
  @Nullable Refused read(Row row) {
    if (feed.isOfOrders()) {
      return null;
    }
    boolean isBroken = row.fault() != null || row.cells().length != width;
    var key = key(row);
    var email = isBroken ? addresses(row) : text(row, "email");
    var phone = text(row, "phone");
    if (key == null && email == null && phone == null) {
      return null;
    }
    if (feed == Feed.SUPPRESSIONS) {
      return new Refused(key, email, phone, null, time(row, "suppressed-at"), true, null, null);
    }
    boolean isOptedOut = refuses(row, OPTED_OUT, isBroken, true);
    var hasConsent = refuses(row, CONSENT, isBroken, false) ? Boolean.FALSE : null;
    var consents = consents(row, isBroken);
    return isOptedOut || hasConsent != null || consents != null
        ? new Refused(
            key,
            email,
            phone,
            text(row, "country"),
            time(row, "updated-at"),
            isOptedOut,
            hasConsent,
            consents)
        : null;
  }

  /** The key of the customer; null if it means nobody. */
  private @Nullable String key(Row row) {
    var mapped = columns.getOrDefault("customer", FieldColumns.NONE);
    return mapped.texts(row.cells()).stream()
        .map(text -> values.customer(readable(text)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Every cell of a broken line can have the address. */
  private static @Nullable String addresses(Row row) {
    var found =
        Arrays.stream(row.cells())
            .filter(each -> each.contains("@"))
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? null : readable(found);
  }

  private boolean refuses(Row row, String field, boolean isBroken, boolean refusal) {
    if (!columns.containsKey(field)) {
      return false;
    }
    if (isBroken) {
      return true;
    }
    var text = columns.get(field).joined(row.cells());
    try {
      return !text.isEmpty() && values.parse(FeedField.Kind.BOOLEAN, text).equals(refusal);
    } catch (ValueParser.Unreadable e) {
      return true;
    }
  }

  private @Nullable JSONB consents(Row row, boolean isBroken) {
    var refused =
        columns.keySet().stream()
            .filter(field -> feed.purpose(field) != null && refuses(row, field, isBroken, false))
            .collect(Collectors.toMap(feed::purpose, field -> false));
    return refused.isEmpty() ? null : JSONB.jsonb(JSON.writeValueAsString(refused));
  }

  private @Nullable Object time(Row row, String field) {
    var text = text(row, field);
    try {
      return text == null ? null : values.parse(FeedField.Kind.TIME, text);
    } catch (ValueParser.Unreadable e) {
      return null;
    }
  }

  private @Nullable String text(Row row, String field) {
    var text = columns.containsKey(field) ? columns.get(field).joined(row.cells()) : "";
    return text.isEmpty() ? null : readable(text);
  }

  /** Without what the tables do not hold. */
  private static String readable(String text) {
    var shorter =
        text.length() > ValueParser.MAX_TEXT ? text.substring(0, ValueParser.MAX_TEXT) : text;
    return shorter.replace("\0", "");
  }
}
