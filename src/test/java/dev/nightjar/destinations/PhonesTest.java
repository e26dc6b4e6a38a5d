package dev.nightjar.destinations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.nightjar.destinations.Refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is taken for E.164 at sight is what the library would make of it. */
class PhonesTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int NUMBERS_OF_A_CODE = 600;

  @Test
  void numbersTakenAtSightComeOutOfTheLibraryAsTheyWentIn() throws Refused {
    var chance = new Random(1);
    int atSight = 0;
    for (int code : LIBRARY.getSupportedCallingCodes()) {
      for (int i = 0; i < NUMBERS_OF_A_CODE; i++) {
        var number = new StringBuilder("+").append(code);
        int digits = 2 + chance.nextInt(14);
        for (int d = 0; d < digits; d++) {
          // the first digits decide about prefixes, and these are mostly 0, 1, 8 and 9
          number.append(
              d < 3 && chance.nextBoolean() ? "0189".charAt(chance.nextInt(4)) : digit(chance));
        }
        if (E164Plans.isPossible(number.toString())) {
          atSight++;
          for (var region : new String[] {null, "GB", "US", "IT", "AR", "MX", "BR"}) {
            assertThat(Phones.parsed(number.toString(), region)).isEqualTo(number.toString());
          }
        }
      }
    }
    assertThat(atSight).as("numbers taken at sight").isGreaterThan(20_000);
  }

  @Test
  void everyCountrysOwnExamplesAreTakenAtSight() throws Refused {
    var parsed = new ArrayList<String>();
    for (var region : LIBRARY.getSupportedRegions()) {
      for (var type : List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)) {
        var example = LIBRARY.getExampleNumberForType(region, type);
        if (example == null) {
          continue;
        }
        var e164 = LIBRARY.format(example, PhoneNumberFormat.E164);
        assertThat(Phones.e164(e164, region)).isEqualTo(Phones.parsed(e164, region));
        if (!E164Plans.isPossible(e164)) {
          parsed.add(region + " " + type);
        }
      }
    }
    // some of these begin like a prefix, and are for the library
    assertThat(parsed.size()).as("examples that are parsed: %s", parsed).isLessThan(60);
  }

  @Test
  void otherNumbersAreNotTakenAtSight() {
    for (var other :
        List.of(
            "",
            "+",
            "+4",
            "447700900123",
            "+44 7700900123",
            "+4407700900123",
            "+9991234567",
            "+44770090012345678",
            "+0447700900123",
            "+٤٤7700900123")) {
      assertThat(E164Plans.isPossible(other)).as(other).isFalse();
    }
  }

  private static char digit(Random chance) {
    return (char) ('0' + chance.nextInt(10));
  }
}
