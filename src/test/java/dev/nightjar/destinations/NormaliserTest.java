package dev.nightjar.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.identity.Refusal.Refused;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of the destinations' own documentation, and what lies beside them. */
class NormaliserTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "vectors.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void normalisesAsTheDestinationWants(Normaliser normaliser, String value, String expected)
      throws Refused {
    assertThat(normaliser.apply(value, of(Map.of()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_GMAIL_CANONICAL,@example.com",
    "EMAIL_GMAIL_CANONICAL,quinn",
    "EMAIL_GMAIL_CANONICAL,+x@gmail.com",
    "EMAIL_LOWER,.a@example.com",
    "EMAIL_LOWER,a@b@example.com",
    "EMAIL_LOWER,a b@example.com",
    "EMAIL_LOWER,a@example",
    "EMAIL_LOWER,a@example.c0",
    "EMAIL_LOWER,a@-example.com",
    "EMAIL_LOWER,josé@example.com",
    "PHONE_E164,+abc-DEF",
    "PHONE_E164,++++",
    "PHONE_E164,1-800-FLOWERS",
    "PHONE_E164,07700 900123",
    "PHONE_E164,+44 12",
    "PHONE,12",
    "NAME,=1+2",
    "NAME,@cmd",
    "NAME,-A",
    "NAME,12",
    "NAME_GOOGLE_GIVEN,Mr.",
    "COUNTRY,Atlantis",
    "ZIP,=1+2",
    "ZIP,-123",
    "STATE_META,12",
    "DATE_YEAR,31.01.1980"
  })
  void refusesWhatIsNotOfTheType(Normaliser normaliser, String value) {
    assertThatThrownBy(() -> normaliser.apply(value, of(Map.of())))
        .isInstanceOf(Refused.class)
        .hasNoCause()
        .hasMessageStartingWith("not-a");
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_DOT_ATOM,a..b@docomo.ne.jp",
    "EMAIL_DOT_ATOM,name.@docomo.ne.jp",
    "EMAIL_AMAZON,anna+news@example.com",
    "PHONE_E164,1-800-FLOWERS x12",
    "PHONE_E164,tel:",
    "PHONE_E164,x123",
    "NAME_AMAZON,李明"
  })
  void refusesWhatOneDestinationRefuses(Normaliser normaliser, String value) {
    refusesWhatIsNotOfTheType(normaliser, value);
  }

  @ParameterizedTest
  @CsvSource({
    "1 800 555 0100, US, +18005550100",
    "07700 900123, GB, +447700900123",
    "07700 900123, United Kingdom, +447700900123",
    "030/23125-000, DE, +493023125000",
    "01.99.00.00.00, FR, +33199000000",
    "02 1234 5678, IT, +390212345678",
    "0044 7700 900123, GB, +447700900123",
    "+1 212 555 0100, GB, +12125550100"
  })
  void readsAPhoneAsItIsDialledInTheCountryOfTheCustomer(String value, String country, String e164)
      throws Refused {
    var member = of(Map.of(MemberField.COUNTRY, country));
    assertThat(Normaliser.PHONE_E164.apply(value, member)).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource({
    "alexz@example.com, 509e933019bb285a134a9334b8bb679dff79d0ce023d529af4bd744d47b4fd8a",
    "+18005550100, fb4f73a6ec5fdb7077d564cdd22c3554b43ce49168550c3b12c547b78c517b30",
    "18005550100, 92cfdc5fbcd4a20fbe5d3857af6c1aba31762105bba7f21a17155e920653046c",
    "test@contoso.com, f25ad364d33972379a7a4f4df33db142205f5c40eb19cfdb2fc5aaf117e10101",
    "person@example.com, 542d240129883c019e106e3b1b2d3f3cb3537c43c425364de8e951d5a3083345",
    "zoë, 2752b88686847fa5c86f47b94ce652b7b3f22a91c37617d451a4db9afa431450"
  })
  void hashesAsTheDestinationsDo(String text, String hash) {
    assertThat(new HexDigest(Column.Algorithm.SHA_256).hex(text)).isEqualTo(hash);
  }

  /** Unified ID 2.0, Normalization and Encoding. */
  @ParameterizedTest
  @CsvSource({
    "EMAIL_UID2, user@example.com, tMmiiTI7IaAcPpQPFQ65uMVCWH8av9jw4cwf/F5HVRQ=",
    "EMAIL_UID2, MYEMAIL@example.com, FsGNM28LJQ8OLZB0Us65ZYp07NrovJSGTCMSKnLMJ6U=",
    "EMAIL_UID2, My.Email@example.com, 4itTvG+HEnTzpiqzejyu1yFPwU1nYhWpaiQvz62hyB8=",
    "EMAIL_UID2, JaneSaoirse@example.com, 1mcOepIAfxtf94Xx/IHlOqbT170GvfXEc83HKGwoS20=",
    "EMAIL_UID2, Jane.Saoirse@example.com, sZZDLHuYmiypHIN5mVfFFdpT5sE6vyC3j+qU8RfpC/g=",
    "EMAIL_UID2, JaneSaoirse+Work@example.com, KKruSBUjDNO069iMUVImVQZm6RrAGZKeOtrD9mwogYA=",
    "EMAIL_UID2, JaneSaoirse+Work@gmail.com, ku4mBX7Z3qJTXWyLFB1INzkyR2WZGW4ANSJUiW21iI8=",
    "PHONE_E164, +1 234 567-8901, EObwtHBUqDNZR33LNSMdtt5cafsYFuGmuY4ZLenlue4="
  })
  void hashesInBase64AsUnifiedIdDoes(Normaliser normaliser, String value, String hash)
      throws Refused {
    var column =
        ShippedProfiles.ALL.get("trade-desk-uid2").columns().stream()
            .filter(each -> each.normaliser() == normaliser)
            .findFirst()
            .orElseThrow();
    var text = normaliser.apply(value, of(Map.of()));
    assertThat(column.encoded(new HexDigest(Column.Algorithm.SHA_256).hex(text))).isEqualTo(hash);
  }

  @Test
  void aNegativeValueIsLeftOutAndCountedAsSuch() {
    assertThatThrownBy(() -> Normaliser.NOT_NEGATIVE.apply("-0.01", of(Map.of())))
        .isInstanceOf(Refused.class)
        .hasMessage("negative");
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_GMAIL_CANONICAL, 223ebda6f6889b1494551ba902d9d381daf2f642bae055888e96343d53e9f9c4",
    "EMAIL_LOWER, 8dd4a9bf850242873c14976125edabc35096192b784626a5641a7d2de56e3c1e"
  })
  void hashesOnePersonForEveryPlatform(Normaliser normaliser, String hash) throws Refused {
    var email = normaliser.apply(" Cloudy.SanFrancisco+shopping@gmail.com ", of(Map.of()));
    assertThat(new HexDigest(Column.Algorithm.SHA_256).hex(email)).isEqualTo(hash);
  }

  @Test
  void theSameNameIsTheSameHowEverItIsComposed() throws Refused {
    var apart = Normalizer.normalize("Zoë", Normalizer.Form.NFD);
    assertThat(apart).hasSize(4);
    for (var normaliser :
        new Normaliser[] {Normaliser.NAME, Normaliser.NAME_META, Normaliser.NAME_GOOGLE_GIVEN}) {
      assertThat(normaliser.apply(apart, of(Map.of())))
          .isEqualTo(normaliser.apply("Zoë", of(Map.of())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISPARTA", "Isparta"})
  void smallLettersAreOfNoLanguage(String name) throws Refused {
    assertThat(Normaliser.NAME_META.apply(name, of(Map.of()))).isEqualTo("isparta");
  }

  private static Member of(Map<MemberField, String> values) {
    return Member.of(values);
  }

  /** Vectors of md5sum and openssl, for destinations that take nothing else. */
  @Test
  void aHashCanBeMd5AndBase64() {
    var columns = "profiles.generic-csv.columns[0].";
    var settings =
        List.of(
            columns + "header=email",
            columns + "field=email",
            columns + "normaliser=email-lower",
            columns + "hashed=true",
            columns + "algorithm=md5");
    assertThat(cell(settings)).isEqualTo("05191ab9719b36082a392fc982249581");
    var inBase64 = new ArrayList<>(settings);
    inBase64.add(columns + "encoding=base64");
    assertThat(cell(inBase64)).isEqualTo("BRkauXGbNggqOS/JgiSVgQ==");
  }

  private static String cell(List<String> settings) {
    var profile = ShippedProfiles.with(settings.toArray(String[]::new)).get("generic-csv");
    var member = Member.of(Map.of(MemberField.EMAIL, " AlexZ@example.com "));
    var tally = new Tally(profile.columns().size());
    return Objects.requireNonNull(new RowBuilder(profile).row(member, tally))[0];
  }
}
