package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiersTest {
  @ParameterizedTest
  @CsvSource({
    "2, Platinum Gold",
    "3, Platinum Gold Silver",
    "4, Platinum Gold Silver Silver",
    "5, Platinum Gold Gold Silver Silver",
    "6, Platinum Platinum Gold Gold Silver Silver",
    "7, Platinum Platinum Gold Gold Silver Silver Silver"
  })
  void theHighestStaysTheChoicest(int k, String tiers) {
    var three = new Tiers(List.of("Silver", "Gold", "Platinum"));
    assertThat(
            IntStream.rangeClosed(1, k)
                .mapToObj(position -> three.of(position, k))
                .collect(Collectors.joining(" ")))
        .isEqualTo(tiers);
  }

  @Test
  void aSingleClusterHasNoRank() {
    assertThat(new Tiers(List.of("Silver", "Gold")).of(1, 1)).isNull();
  }

  @Test
  void thereMayBeNone() {
    assertThat(new Tiers(List.of()).of(1, 3)).isNull();
  }
}
