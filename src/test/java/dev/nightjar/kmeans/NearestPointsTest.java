package dev.nightjar.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.kmeans.NearestPoints.Near;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestPointsTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void findsWhatComparingAllFinds(int columns) {
    var random = new Random(columns);
    var rows = matrix(3_000, columns, random::nextGaussian);
    var asked = matrix(300, columns, random::nextGaussian);
    var points = new NearestPoints(rows);
    for (int i = 0; i < asked.rows(); i++) {
      var expected = sortedDistances(rows, asked.row(i));
      assertThat(distance(points, asked, i)).isEqualTo(expected[0], EXACTLY);
      assertThat(points.nearest(asked, i, 20).stream().mapToDouble(Near::distance).toArray())
          .containsExactly(Arrays.copyOf(expected, 20), EXACTLY);
    }
  }

  @Test
  void onALatticeAllThatAreEquallyNearAreFoundInTheirOrder() {
    var random = new Random(5);
    var rows = matrix(2_000, 2, () -> random.nextInt(12));
    var asked = matrix(200, 2, () -> random.nextInt(12));
    var points = new NearestPoints(rows);
    assertThat(points.count()).isEqualTo(144);
    var places = new Matrix(new double[2 * 144], 2);
    for (int row = 0; row < rows.rows(); row++) {
      System.arraycopy(rows.row(row), 0, places.cells(), 2 * points.pointOf(row), 2);
    }
    for (int i = 0; i < asked.rows(); i++) {
      var point = asked.row(i);
      double fifth = sortedDistances(places, point)[4];
      var expected =
          IntStream.range(0, 144)
              .mapToObj(place -> new Near(place, Math.sqrt(places.squaredDistance(place, point))))
              .filter(near -> near.distance() <= fifth)
              .sorted(
                  (a, b) ->
                      a.distance() == b.distance()
                          ? Integer.compare(a.point(), b.point())
                          : Double.compare(a.distance(), b.distance()))
              .toList();
      assertThat(points.nearest(asked, i, 5)).isEqualTo(expected);
    }
  }

  @Test
  void whatIsBeyondALimitIsNotToldAndWhatIsOnItIs() {
    var random = new Random(4);
    var rows = matrix(2_000, 3, random::nextGaussian);
    var asked = matrix(300, 3, random::nextGaussian);
    var points = new NearestPoints(rows);
    var asker = points.new Asker();
    for (int i = 0; i < asked.rows(); i++) {
      double distance = distance(points, asked, i);
      assertThat(asker.atMost(asked, i)).isGreaterThanOrEqualTo(distance).isFinite();
      assertThat(asker.distance(asked, i, distance)).isEqualTo(distance);
      assertThat(asker.distance(asked, i, 2 * distance)).isEqualTo(distance);
      assertThat(asker.distance(asked, i, Math.nextDown(distance))).isInfinite();
      assertThat(asker.distance(asked, i, distance / 2)).isInfinite();
    }
  }

  /** Where halving a range of neighbouring numbers gives one of the two. */
  @Test
  void pointsThatDifferByTheLastBitAreToldApart() {
    var cells = new double[7 * 128];
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = (cell / 7 >> cell % 7) % 2 == 0 ? 1 : Math.nextUp(1.0);
    }
    var points = new NearestPoints(new Matrix(cells, 7));
    assertThat(points.count()).isEqualTo(128);
    var asked = new Matrix(cells.clone(), 7);
    assertThat(IntStream.range(0, 128).mapToDouble(i -> distance(points, asked, i)))
        .containsOnly(0.0);
  }

  @Test
  void equalRowsAreOnePoint() {
    var same = new Matrix(new double[3 * 100_000], 3);
    var points = new NearestPoints(same);
    assertThat(points.count()).isOne();
    assertThat(points.pointOf(99_999)).isZero();
    var asked = new Matrix(new double[] {0, 3, 4, -0.0, 0, 0}, 3);
    assertThat(distance(points, asked, 0)).isEqualTo(5);
    assertThat(distance(points, asked, 1)).isZero();
    assertThat(points.nearest(asked, 0, 9)).isEqualTo(List.of(new Near(0, 5)));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    var random = new Random(9);
    var rows = matrix(500, 3, random::nextDouble);
    var shuffled = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
    Collections.shuffle(shuffled, random);
    var others = new NearestPoints(rows.only(shuffled.stream().mapToInt(i -> i).toArray()));
    var points = new NearestPoints(rows);
    var asked = matrix(100, 3, random::nextDouble);
    for (int i = 0; i < 100; i++) {
      assertThat(distance(others, asked, i)).isEqualTo(distance(points, asked, i));
    }
  }

  private static double distance(NearestPoints points, Matrix asked, int row) {
    return points.new Asker().distance(asked, row, Double.POSITIVE_INFINITY);
  }

  private static double[] sortedDistances(Matrix rows, double[] point) {
    return IntStream.range(0, rows.rows())
        .mapToDouble(row -> Math.sqrt(rows.squaredDistance(row, point)))
        .sorted()
        .toArray();
  }

  private static Matrix matrix(int rows, int columns, DoubleSupplier cell) {
    return new Matrix(
        IntStream.range(0, rows * columns).mapToDouble(i -> cell.getAsDouble()).toArray(), columns);
  }
}
