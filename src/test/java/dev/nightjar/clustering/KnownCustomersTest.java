package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.clustering.KnownCustomers.Row;
import dev.nightjar.clustering.KnownCustomers.Vote;
import dev.nightjar.kmeans.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownCustomersTest {
  private static final Matrix ASKED = Matrix.of(new double[] {0, 0});

  @Test
  void theNearestVoteAndTheMostVotesWin() {
    var known =
        new KnownCustomers(
            Matrix.of(at(1), at(2), at(3), at(9), at(9.5), at(10)),
            each("Lost", "Loyal", "Loyal", "Lost", "Lost", "Lost"));
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
            each("Lost", "Loyal", "Lost", "Loyal", "Loyal"));
    assertThat(known.on(ASKED, 0, 1).of()).isEqualTo(4);
    assertThat(known.on(ASKED, 0, 5)).isEqualTo(new Vote("Loyal", 3, 5));
  }

  @Test
  void ofAsManyVotesTheNearerWins() {
    var known =
        new KnownCustomers(
            Matrix.of(at(4), at(1), at(2), at(3)), each("Lost", "Loyal", "Lost", "Loyal"));
    assertThat(known.on(ASKED, 0, 4)).isEqualTo(new Vote("Loyal", 2, 4));
  }

  @Test
  void aCustomerOfSeveralNightsHasOneVoteWithTheNearest() {
    var rows = new double[100][];
    Arrays.setAll(rows, i -> at(1 + i / 1000.0));
    rows[99] = at(50);
    var known =
        IntStream.range(0, 100)
            .mapToObj(i -> i == 99 ? new Row("B", "Loyal") : new Row("A", i == 0 ? "Lost" : "New"))
            .toList();
    var voters = new KnownCustomers(Matrix.of(rows), known);
    assertThat(voters.on(ASKED, 0, 1)).isEqualTo(new Vote("Lost", 1, 1));
    assertThat(voters.on(ASKED, 0, 2)).isEqualTo(new Vote("Lost", 1, 2));
    assertThat(voters.on(ASKED, 0, 15)).isEqualTo(new Vote("Lost", 1, 2));
  }

  /** A customer for each. */
  private static List<Row> each(String... segments) {
    return IntStream.range(0, segments.length)
        .mapToObj(i -> new Row("C" + i, segments[i]))
        .toList();
  }

  private static double[] at(double x) {
    return new double[] {x, 0};
  }
}
