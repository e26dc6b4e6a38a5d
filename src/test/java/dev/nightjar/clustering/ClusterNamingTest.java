package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.clustering.NameRule.Range;
import dev.nightjar.kmeans.Matrix;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterNamingTest {
  /** Quartiles: 25 and 75 days, 1 and 4 orders, 250 and 750 of value. */
  private static final Matrix CUSTOMERS =
      Matrix.of(
          IntStream.rangeClosed(0, 100)
              .mapToObj(i -> new double[] {i, i < 50 ? 1 : i < 75 ? 3 : i < 76 ? 4 : 9, 10.0 * i})
              .toArray(double[][]::new));

  @Test
  void wordsTellWhereTheMediansLie() {
    assertThat(
            names(List.of(), cluster(1, 90, 1, 20), cluster(2, 3, 12, 900), cluster(3, 50, 3, 400)))
        .containsExactly(
            "lapsed, one order, low value",
            "recent, many orders, high value",
            "cooling, few orders, medium value");
  }

  @Test
  void clustersOfTheSameWordsAreToldApartByTheNumberThatDiffersMost() {
    assertThat(
            names(List.of(), cluster(1, 90, 1, 20), cluster(2, 91, 1, 220), cluster(3, 3, 2, 20)))
        .containsExactly(
            "lapsed, one order, low value, about 20",
            "lapsed, one order, low value, about 220",
            "recent, two orders, low value");
  }

  @Test
  void whatCannotBeToldApartIsCounted() {
    assertThat(names(List.of(), cluster(1, 90, 1, 20), cluster(2, 90, 1, 20)))
        .containsExactly(
            "lapsed, one order, low value, about 90 days",
            "lapsed, one order, low value, about 90 days 2");
  }

  @Test
  void theFirstMatchingRuleNamesAndNoNameIsGivenTwice() {
    var sleepers = rule("Sleepers", "recency", 60.0, null);
    var late = rule("Late", "recency", 40.0, 90.0);
    assertThat(
            names(
                List.of(sleepers, late),
                cluster(1, 90, 1, 20),
                cluster(2, 60, 1, 20),
                cluster(3, 50, 1, 20),
                cluster(4, 10, 1, 20)))
        .containsExactly("Sleepers", "Sleepers 2", "Late", "recent, one order, low value");
  }

  @Test
  void aNameIsKeptWhateverTheCentreSays() {
    var old = cluster(2, 90, 1, 20).named("recent, one order, low value", false);
    assertThat(names(List.of(), cluster(1, 5, 1, 20), old))
        .containsExactly(
            "recent, one order, low value, about 5 days", "recent, one order, low value");
  }

  @Test
  void otherRulesTakeAwayOnlyTheNamesThatTheyAreAbout() {
    var names =
        new ClusterNaming(Settings.naming(List.of(rule("Late", "recency", 40.0, 60.0))), CUSTOMERS);
    var late = cluster(1, 50, 1, 20).named("a", false);
    var ruled = cluster(2, 90, 1, 20).named("b", true);
    var other = cluster(3, 5, 1, 20).named("c", false);
    assertThat(names.forget(List.of(late, ruled, other)))
        .extracting(Cluster::name)
        .containsExactly("", "", "c");
  }

  @Test
  void aValueThatNobodyHasMatchesNoRange() {
    var rule = rule("Any", "recency", null, 60.0);
    assertThat(names(List.of(rule), cluster(1, Double.NaN, 1, 20)))
        .containsExactly("one order, low value");
  }

  private static List<String> names(List<NameRule> rules, Cluster... clusters) {
    return new ClusterNaming(Settings.naming(rules), CUSTOMERS)
        .name(List.of(clusters)).stream().map(Cluster::name).toList();
  }

  private static NameRule rule(String name, String feature, Double atLeast, Double atMost) {
    return new NameRule(name, List.of(new Range(feature, atLeast, atMost)));
  }

  /** Centres are thousandths of the medians, for recency ten times less. */
  private static Cluster cluster(int number, double days, double orders, double value) {
    return new Cluster(
        number,
        number,
        Cluster.UNNAMED,
        false,
        null,
        10,
        new double[] {days / 10_000, orders / 1000, value / 1000},
        new double[] {days, orders, value});
  }
}
