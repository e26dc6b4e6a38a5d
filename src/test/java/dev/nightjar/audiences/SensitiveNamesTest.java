package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveNamesTest {
  @ParameterizedTest
  @CsvSource({
    "diabetics-winter, health",
    "Pregnant Shoppers, health",
    "ramadan-offers, religion",
    "left-wing-readers, politics",
    "gay-couples, sexuality",
    "Hispanic households, ethnicity",
    "under-16, minors",
    "kids-club, minors",
    "union-members, trade unions",
    "ex-offenders, offences"
  })
  void namesThatTellTooMuchAreNoticed(String name, String kind) {
    assertThat(SensitiveNames.revealed(name)).containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"win-back", "reunion-guests", "essex-shops", "Cannot Lose Them", "racers"})
  void otherNamesAreLetPass(String name) {
    assertThat(SensitiveNames.revealed(name)).isEmpty();
  }

  @Test
  void aNameMayTellOfTwoThings() {
    assertThat(SensitiveNames.revealed("catholic teens")).containsExactly("religion", "minors");
  }
}
