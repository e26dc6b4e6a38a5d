package dev.nightjar.destinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.identity.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What destinations document of their limits and of those who upload. */
class ProfilesTest {
  private static final long GIGABYTE = 1_000_000_000;

  @Test
  void tiktokRefusesFewerThanAThousandAndFilesOfAGigabyte() {
    var tiktok = profile("tiktok-customer-file");
    assertThat(tiktok.requireAtLeast()).isEqualTo(1000);
    assertThat(Objects.requireNonNull(tiktok.maxBytes()).toBytes()).isLessThan(GIGABYTE);
  }

  @Test
  void metaTakesNoNegativeValue() {
    var meta = profile("meta-customer-list");
    var member =
        Member.of(Map.of(MemberField.EMAIL, "ann@example.com", MemberField.NET_VALUE, "-1.00"));
    var tally = new Tally(meta.columns().size());
    var cells = Objects.requireNonNull(new RowBuilder(meta).row(member, tally));
    assertThat(cells[headers(meta).indexOf("value")]).isEmpty();
    assertThat(tally.cells(meta.columns()))
        .containsExactlyEntriesOf(Map.of("value", Map.of(Refusal.NEGATIVE, 1L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generic-csv", "generic-ndjson", "generic-parquet", "excel", "excel-csv"})
  void aProfileForEverythingHasNoPurposeOfItsOwn(String name) {
    assertThat(profile(name).purpose()).isNull();
  }

  @Test
  void whoUploadsIsToldWhatNoFileCanSay() {
    assertThat(String.join(" ", profile("google-customer-match").notes()))
        .contains("consent")
        .contains("2026-04-01");
    assertThat(String.join(" ", profile("snapchat").notes())).contains("unverified");
  }

  @Test
  void optionalColumnsComeAfterTheOthersIfTheyAreIncluded() {
    var with =
        ShippedProfiles.with(
            "profiles.meta-customer-list.include=data_processing_options,data_processing_options_state",
            "profiles.braze.include=email_subscribe",
            "profiles.klaviyo.include=$consent");
    assertThat(headers(with.get("meta-customer-list")))
        .endsWith("value", "data_processing_options", "data_processing_options_state");
    assertThat(headers(profile("meta-customer-list"))).endsWith("value");
    assertThat(headers(with.get("braze"))).endsWith("audience_{audience}", "email_subscribe");
    assertThat(headers(with.get("klaviyo"))).endsWith("audience_{audience}", "$consent");
  }

  @Test
  void aConsentIsAValueOfTheDestinationOrNothing() {
    var braze = ShippedProfiles.with("profiles.braze.include=email_subscribe").get("braze");
    assertThat(lastCell(braze, Map.of(MemberField.CONSENT, "true"))).isEqualTo("opted_in");
    assertThat(lastCell(braze, Map.of(MemberField.CONSENT, "false"))).isEmpty();
    assertThat(lastCell(braze, Map.of())).isEmpty();
  }

  private static String lastCell(Profile profile, Map<MemberField, String> values) {
    var member = Member.of(values);
    member.put(MemberField.Value.of(MemberField.CUSTOMER_KEY), "C1");
    var cells =
        Objects.requireNonNull(
            new RowBuilder(profile).row(member, new Tally(profile.columns().size())));
    return cells[cells.length - 1];
  }

  private static List<String> headers(Profile profile) {
    return profile.columns().stream().map(Column::header).toList();
  }

  private static Profile profile(String name) {
    return Objects.requireNonNull(ShippedProfiles.ALL.get(name));
  }
}
