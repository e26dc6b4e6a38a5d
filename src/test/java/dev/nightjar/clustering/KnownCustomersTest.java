package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.clustering.KnownCustomers.Vote;
import dev.nightjar.kmeans.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownCustomersTest {
  private static final Matrix ASKED = Matrix.of(new double[] {0, 0});

  @Test
  void theNearestVoteAndTheMostVotesWin() {
    var known =
        new KnownCustomers(
            Matrix.of(at(1), at(2), at(3), at(9), at(9.5), at(10)),
            List.of("Lost", "Loyal", "Loyal", "Lost", "Lost", "Lost"));
    assertThat(known.on(ASKED, 0, 1)).isEqualTo(new Vote("Lost", 1, 1));
    assertThat(known.on(ASKED, 0, 3)).isEqualTo(new Vote("Loyal", 2, 3));
    assertThat(known.on(ASKED, 0, 6)).isEqualTo(new Vote("Lost", 4, 6));
    assertThat(known.on(ASKED, 0, 600)).isEqualTo(new Vote("Lost", 4, 6));
  }

  @Test
  void whoIsAsNearAsTheLastOneVotesToo() {
    var known =
        new KnownCustomers(
            Matrix.of(at(1), at(-1), at(1), at(-1), at(2)),
            List.of("Lost", "Loyal", "Lost", "Loyal", "Loyal"));
    assertThat(known.on(ASKED, 0, 1).of()).isEqualTo(4);
    assertThat(known.on(ASKED, 0, 5)).isEqualTo(new Vote("Loyal", 3, 5));
  }

  @Test
  void ofAsManyVotesTheNearerWins() {
    var known =
        new KnownCustomers(
            Matrix.of(at(4), at(1), at(2), at(3)), List.of("Lost", "Loyal", "Lost", "Loyal"));
    assertThat(known.on(ASKED, 0, 4)).isEqualTo(new Vote("Loyal", 2, 4));
  }

  private static double[] at(double x) {
    return new double[] {x, 0};
  }
}
