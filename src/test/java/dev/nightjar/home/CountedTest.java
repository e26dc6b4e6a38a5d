package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
  @Test
  void onlyOneIsSingular() {
    assertThat(Counted.of(0, "extract")).isEqualTo("0 extracts");
    assertThat(Counted.of(1, "extract")).isEqualTo("1 extract");
    assertThat(Counted.of(1234, "extract")).isEqualTo("1,234 extracts");
  }

  @Test
  void verbsFollowTheNumber() {
    assertThat(Counted.of(1, "reject is", "rejects are")).isEqualTo("1 reject is");
    assertThat(Counted.of(2, "reject is", "rejects are")).isEqualTo("2 rejects are");
  }
}
