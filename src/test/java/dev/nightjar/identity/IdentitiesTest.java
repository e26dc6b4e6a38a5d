package dev.nightjar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.identity.Refusal.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However an address or a number is written, it is compared as the one that would be sent. */
class IdentitiesTest {
  @Test
  void everySpellingOfAnAddressIsTheSame() {
    var gmail = Spellings.ofGmail("annabell");
    assertThat(gmail).hasSizeGreaterThanOrEqualTo(15);
    assertAllMatch(gmail, Identities::ofEmail);
    assertAllMatch(Spellings.of("ann@xn--mnchen-3ya.example"), Identities::ofEmail);
    assertThat(Identities.ofEmail("ann@m\u00fcnchen.example"))
        .isEqualTo(Identities.ofEmail("ann@XN--mnchen-3ya.example"));
    assertThat(Identities.ofEmail("ann@mu\u0308nchen.example"))
        .isEqualTo(Identities.ofEmail("ann@m\u00fcnchen.example"));
  }

  @Test
  void otherAddressesAreOthers() {
    assertThat(
            matches(Identities.ofEmail("a.bell@x.example"), Identities.ofEmail("abell@x.example")))
        .as("only Gmail ignores dots")
        .isFalse();
    assertThat(Identities.ofEmail("\"M\" <m\u00fcller@m\u00fcnchen.example>"))
        .isEqualTo(Identities.ofEmail("Mu\u0308ller@xn--mnchen-3ya.example"))
        .containsExactly("email:m\u00fcller@xn--mnchen-3ya.example");
    assertThat(Identities.ofEmail("none")).isEmpty();
    assertThat(Identities.ofEmail("@")).isEmpty();
    assertThat(Identities.ofEmail(" ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+442079460959, GB", "+447700900123, United Kingdom", "+4930901820, DE", "+4915123456789, DEU",
    "+12025550123, US", "+33142685300, FR", "+390669812345, IT", "+5491123456789, AR",
    "+525512345678, MX", "+353212345678, IE", "+34912345678, ES", "+46812345678, SE"
  })
  void everySpellingOfANumberIsTheSame(String e164, String country) {
    var atHome = Spellings.ofNumberAtHome(e164);
    var abroad = Spellings.ofNumberAbroad(e164);
    assertThat(atHome.size() + abroad.size()).isGreaterThanOrEqualTo(30);
    var all = new ArrayList<>(atHome);
    all.addAll(abroad);
    assertAllMatch(all, each -> Identities.of(null, each, country));
    for (var refused : all) {
      for (var customers : all) {
        var identities = Identities.of(null, customers, country);
        assertThat(matches(Identities.of(null, refused, null), identities))
            .as("'%s' of an unknown country and '%s'", refused, customers)
            .isTrue();
      }
    }
    for (var refused : abroad) {
      for (var customers : abroad) {
        assertThat(
                matches(Identities.of(null, refused, null), Identities.of(null, customers, "JP")))
            .as("'%s' and '%s' of a customer elsewhere", refused, customers)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB", "DE", "US", "AR", "IT", "unknown", ""})
  void whatWouldBeSentIsAmongTheIdentities(String country) {
    var region = Places.region(country);
    var texts = new ArrayList<String>();
    for (var e164 : List.of("+442079460959", "+4930901820", "+12025550123", "+5491123456789")) {
      texts.addAll(Spellings.ofNumberAbroad(e164));
      texts.addAll(Spellings.ofNumberAtHome(e164));
      texts.add(e164.substring(1));
    }
    int sent = 0;
    for (var text : texts) {
      try {
        var leaves = Phones.e164(text, region);
        sent++;
        assertThat(Identities.of(null, text, country)).as(text).contains("phone:" + leaves);
      } catch (Refused e) {
        assertThat(e.reason()).isEqualTo(Refusal.NOT_A_PHONE);
      }
    }
    assertThat(sent).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "+52 1 55 1234 5678, +525512345678",
    "tel:+52 1 55 1234 5678, +525512345678",
    "+52 1 55 1234 5678 x9, +525512345678",
    "0052 1 55 1234 5678, +525512345678",
    "tel:+44 20 7946 0959, +442079460959",
    "+44 20 7946 0959 ext. 12, +442079460959"
  })
  void aNumberIsTheSameWhateverStandsAroundIt(String text, String sent) throws Refused {
    for (var country : List.of("MX", "GB", "unknown")) {
      assertThat(matches(Identities.of(null, text, country), Identities.of(null, sent, country)))
          .as(text + " in " + country)
          .isTrue();
    }
    if (!text.startsWith("00")) {
      assertThat(Phones.e164(text, null)).isEqualTo(sent);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+442079460959\n+12025550177",
        "07700900999 07700900119",
        "020 7946 0959 020 7946 0958",
        "+44 7700 900999 +44 7700 900119",
        "07700900999 and 07700900119"
      })
  void eachNumberOfATextCounts(String text) {
    var numbers = text.split("\n| and |(?<=\\d{6}) (?=\\+|0)|(?<=0959) (?=020)");
    assertThat(numbers).hasSize(2);
    for (var number : numbers) {
      assertThat(matches(Identities.of(null, text, "GB"), Identities.of(null, number, "GB")))
          .as("'%s' of '%s'", number, text)
          .isTrue();
    }
  }

  @Test
  void theColumnDoesNotMatter() {
    var ann = Identities.of("ann@x.example", "+442079460959", null);
    assertThat(Identities.of("020 7946 0959", "Ann <ann@x.example>", "GB")).isEqualTo(ann);
    assertThat(Identities.of("n/a 0000000", "none", "GB")).isEmpty();
  }

  /** Addresses of Japanese carriers, which most destinations take. */
  @ParameterizedTest
  @ValueSource(strings = {"a..b@docomo.ne.jp", "name.@docomo.ne.jp"})
  void anAddressThatWouldBeSentIsAmongTheIdentities(String address) throws Refused {
    assertThat(Identities.ofEmail(address)).containsExactly("email:" + Emails.lower(address));
    assertAllMatch(Spellings.of(address), Identities::ofEmail);
  }

  @Test
  void numbersOfTwoCountriesAreTwo() {
    var maine = Identities.of(null, "(207) 946-0959", "US");
    var london = Identities.of(null, "020 7946 0959", "GB");
    assertThat(matches(maine, london)).isFalse();
    assertThat(matches(Identities.of(null, "020 7946 0959", null), london)).isTrue();
    assertThat(matches(Identities.of(null, "2079460959", null), maine)).as("in doubt").isTrue();
    assertThat(Identities.of(null, "0000000", null)).isEmpty();
    assertThat(Identities.of(null, "no number", "GB")).isEmpty();
    assertThat(
            matches(
                Identities.of(null, "020 7946 0958 / 07700 900123", "GB"),
                Identities.of(null, "+447700900123", null)))
        .as("one of two numbers in a cell")
        .isTrue();
  }

  private interface Maker {
    Set<String> of(String text);
  }

  private static void assertAllMatch(List<String> spellings, Maker identities) {
    for (var one : spellings) {
      for (var other : spellings) {
        assertThat(matches(identities.of(one), identities.of(other)))
            .as("'%s' and '%s'", one, other)
            .isTrue();
      }
    }
  }

  private static boolean matches(Set<String> refused, @Nullable Set<String> known) {
    return !Collections.disjoint(Identities.matching(refused), known);
  }
}
