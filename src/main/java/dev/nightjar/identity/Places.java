package dev.nightjar.identity;

import dev.nightjar.identity.Refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Countries, states and postal codes. */
public final class Places {
  private static final int MOST_OF_A_ZIP = 16;
  private static final int DIGITS_OF_A_US_ZIP = 5;

  /**
   * Two-letter ISO 3166 codes by two-letter code, three-letter code and English name, in capitals.
   */
  private static final Map<String, String> REGIONS = regions();

  /**
   * Two-letter codes of US states and territories (ANSI INCITS 38) by name, in small letters
   * without blanks and punctuation.
   */
  private static final Map<String, String> STATES = states();

  private Places() {}

  /** The country's two-letter code; null if it is not a country. */
  public static @Nullable String region(String country) {
    var region = REGIONS.get(country);
    return region != null ? region : REGIONS.get(Texts.trim(country).toUpperCase(Locale.ROOT));
  }

  /** The country's two-letter code, in capitals. */
  public static String country(String value) throws Refused {
    var region = region(value);
    if (region == null) {
      throw Refusal.NOT_A_COUNTRY.refused();
    }
    return region;
  }

  /** Trimmed, otherwise unchanged. */
  public static String zip(String value) throws Refused {
    var zip = Texts.trim(value);
    for (int i = 0; i < zip.length(); i++) {
      char c = zip.charAt(i);
      if (c >= 0x80 || !Character.isLetterOrDigit(c) && c != ' ' && (c != '-' || i == 0)) {
        throw Refusal.NOT_A_ZIP.refused();
      }
    }
    if (zip.isEmpty() || zip.length() > MOST_OF_A_ZIP) {
      throw Refusal.NOT_A_ZIP.refused();
    }
    return zip;
  }

  /** A postal code in Meta's format: small letters, no blanks or hyphens, five digits of ZIP+4. */
  public static String metaZip(String value, @Nullable String region) throws Refused {
    var zip = zip(value).toLowerCase(Locale.ROOT);
    var bare = zip.replace(" ", "").replace("-", "");
    boolean isZipPlus4 = zip.matches("\\d{5}-\\d{4}") || "US".equals(region);
    return isZipPlus4 && bare.length() > DIGITS_OF_A_US_ZIP
        ? bare.substring(0, DIGITS_OF_A_US_ZIP)
        : bare;
  }

  /**
   * A state in Meta's format: two small letters in the USA, otherwise the name in small letters.
   */
  public static String metaState(String value, @Nullable String region) throws Refused {
    var state = letters(Texts.lower(value));
    if (state.isEmpty()) {
      throw Refusal.NOT_A_STATE.refused();
    }
    var code = region == null || region.equals("US") ? STATES.get(state) : null;
    return code == null ? state : code;
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static Map<String, String> regions() {
    var regions = new HashMap<String, String>();
    for (var region : Locale.getISOCountries()) {
      var locale = new Locale.Builder().setRegion(region).build();
      regions.put(locale.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), region);
      regions.put(locale.getISO3Country(), region);
      regions.put(region, region);
    }
    regions.putAll(table("countries.csv"));
    return Map.copyOf(regions);
  }

  private static Map<String, String> states() {
    var states = new HashMap<String, String>();
    table("us-states.csv")
        .forEach(
            (name, code) -> {
              states.put(letters(name.toLowerCase(Locale.ROOT)), code.toLowerCase(Locale.ROOT));
              states.put(code.toLowerCase(Locale.ROOT), code.toLowerCase(Locale.ROOT));
            });
    return Map.copyOf(states);
  }

  private static Map<String, String> table(String resource) {
    try (var bytes = Places.class.getResourceAsStream(resource)) {
      var text = Objects.requireNonNull(bytes, resource).readAllBytes();
      return new String(text, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(","))
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
