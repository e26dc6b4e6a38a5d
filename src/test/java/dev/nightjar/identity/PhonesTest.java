package dev.nightjar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.nightjar.identity.Refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by a country's plan alone is what the library would make of it. */
class PhonesTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int NUMBERS_OF_A_COUNTRY = 500;

  @Test
  void internationalNumbersAreThoseOfTheLibrary() {
    var chance = new Random(1);
    int read = 0;
    for (int code : LIBRARY.getSupportedCallingCodes()) {
      for (int i = 0; i < NUMBERS_OF_A_COUNTRY; i++) {
        var number =
            (i % 16 == 1 ? "+0" : i % 8 == 0 ? "+ " : "+") + code + made(chance, i % 4 == 0);
        for (var region : new String[] {null, "GB", "US", "AR"}) {
          read += isReadAsTheLibraryDoes(number, region) ? 1 : 0;
        }
      }
    }
    assertThat(read).as("numbers read").isGreaterThan(80_000);
  }

  @Test
  void numbersAsTheyAreDialledAtHomeAreThoseOfTheLibrary() {
    var chance = new Random(2);
    int read = 0;
    for (var region : LIBRARY.getSupportedRegions()) {
      var prefix = LIBRARY.getNddPrefixForRegion(region, true);
      var code = String.valueOf(LIBRARY.getCountryCodeForRegion(region));
      for (int i = 0; i < NUMBERS_OF_A_COUNTRY; i++) {
        var before = chance.nextBoolean() && prefix != null ? prefix : i % 8 == 0 ? code : "";
        read += isReadAsTheLibraryDoes(before + made(chance, i % 2 == 0), region) ? 1 : 0;
      }
    }
    assertThat(read).as("numbers read").isGreaterThan(15_000);
  }

  @Test
  void everyCountrysOwnExamplesAreThoseOfTheLibraryAndMostAreReadWithoutIt() {
    var left = new ArrayList<String>();
    for (var region : LIBRARY.getSupportedRegions()) {
      for (var type : List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)) {
        var example = LIBRARY.getExampleNumberForType(region, type);
        for (var format : PhoneNumberFormat.values()) {
          if (example != null && format != PhoneNumberFormat.RFC3966) {
            var number = LIBRARY.format(example, format);
            if (!isReadAsTheLibraryDoes(number, region)) {
              left.add("%s in %s".formatted(number, region));
            }
          }
        }
      }
    }
    assertThat(left.size()).as("examples left to the library: %s", left).isLessThan(150);
  }

  @ParameterizedTest
  @CsvSource({
    "+447700900123, , +447700900123",
    "+44 7700 900-123, DE, +447700900123",
    "07700 900123, GB, +447700900123",
    "(030) 23125-000, DE, +493023125000",
    "01.99.00.00.00, FR, +33199000000",
    "(212) 555-0100, US, +12125550100",
    "02 1234 5678, IT, +390212345678",
    "391 2345678, IT, +393912345678"
  })
  void ordinaryNumbersAreReadWithoutTheLibrary(String number, String region, String e164) {
    assertThat(PhonePlans.e164(number, region)).isEqualTo(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+4",
        "12",
        "447700900123",
        "00447700900123",
        "7700900123x12",
        "+9991234567",
        "+44770090012345678",
        "+0447700900123",
        "++447700900123",
        "+٤٤7700900123",
        "0770090012345678901234567890123456789"
      })
  void otherNumbersAreLeftToTheLibrary(String other) {
    assertThat(PhonePlans.e164(other, "GB")).isNull();
  }

  /** Whether a number is read without the library, and then as it does. */
  private static boolean isReadAsTheLibraryDoes(String number, String region) {
    var read = PhonePlans.e164(number, region);
    if (read != null) {
      assertThat(read).as("%s in %s", number, region).isEqualTo(parsed(number, region));
    }
    return read != null;
  }

  private static String parsed(String number, String region) {
    try {
      return Phones.parsed(number, region);
    } catch (Refused refused) {
      return "refused";
    }
  }

  private static String made(Random chance, boolean isSpaced) {
    var number = new StringBuilder();
    int digits = 2 + chance.nextInt(13);
    for (int d = 0; d < digits; d++) {
      // the first digits decide about prefixes, and these are mostly 0, 1, 8 and 9
      number.append(
          d < 3 && chance.nextBoolean() ? "0189".charAt(chance.nextInt(4)) : digit(chance));
      if (isSpaced && chance.nextInt(4) == 0) {
        number.append(" -./()".charAt(chance.nextInt(6)));
      }
    }
    return number.toString();
  }

  private static char digit(Random chance) {
    return (char) ('0' + chance.nextInt(10));
  }
}
