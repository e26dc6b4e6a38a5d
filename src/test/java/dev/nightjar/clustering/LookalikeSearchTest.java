package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kmeans.Matrix;
import dev.nightjar.ports.NearestCustomers.Lookalike;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikeSearchTest {
  private static final List<String> KEYS =
      IntStream.range(0, 1_500).mapToObj("K%04d"::formatted).toList();

  /** On a lattice many are equally near, so that only the order by key is right. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40, 100_000})
  void findsWhatComparingAllWithAllFinds(int lattice) {
    var random = new Random(lattice);
    var features =
        new Matrix(
            IntStream.range(0, 3 * KEYS.size()).mapToDouble(i -> random.nextInt(lattice)).toArray(),
            3);
    var members = KEYS.stream().filter(key -> random.nextInt(10) == 0).collect(Collectors.toSet());
    for (int count : List.of(1, 17, 5_000)) {
      var found = LookalikeSearch.find(keys(), features, members, count);
      assertThat(found.members()).isEqualTo(members.size());
      assertThat(found.others()).isEqualTo(KEYS.size() - members.size());
      assertThat(found.nearest()).isEqualTo(byComparingAll(features, members, count));
    }
  }

  @Test
  void keysThatAreNotThereAreNoMembers() {
    var features = Matrix.of(new double[] {1, 2, 3});
    var found = LookalikeSearch.find(PackedKeys.of("A"), features, Set.of("B", "C"), 5);
    assertThat(found.members()).isZero();
    assertThat(found.others()).isOne();
    assertThat(found.nearest()).isEmpty();
    assertThat(LookalikeSearch.find(PackedKeys.of("A"), features, Set.of("A"), 5).nearest())
        .isEmpty();
  }

  private static List<Lookalike> byComparingAll(Matrix features, Set<String> members, int count) {
    var inside = IntStream.range(0, KEYS.size()).filter(i -> members.contains(KEYS.get(i)));
    var points = inside.mapToObj(features::row).toList();
    return IntStream.range(0, KEYS.size())
        .filter(i -> !members.contains(KEYS.get(i)))
        .mapToObj(
            i ->
                new Lookalike(
                    KEYS.get(i),
                    Math.sqrt(
                        points.stream()
                            .mapToDouble(point -> features.squaredDistance(i, point))
                            .min()
                            .orElseThrow())))
        .sorted(
            Comparator.comparingDouble(Lookalike::distance).thenComparing(Lookalike::customerKey))
        .limit(count)
        .toList();
  }

  private static PackedKeys keys() {
    return PackedKeys.of(KEYS.toArray(String[]::new));
  }
}
