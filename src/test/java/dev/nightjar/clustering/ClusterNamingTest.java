package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.clustering.NameRule.Range;
import dev.nightjar.clustering.Population.ScoredMetrics;
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
            "1-3 months ago, one order, low value",
            "recent, 10-20 orders, high value",
            "1-3 months ago, 2-5 orders, medium value");
  }

  @Test
  void clustersOfTheSameWordsAreToldApartByTheNumberThatDiffersMost() {
    assertThat(
            names(List.of(), cluster(1, 80, 1, 20), cluster(2, 81, 1, 220), cluster(3, 3, 2, 900)))
        .containsExactly(
            "1-3 months ago, one order, low value, about 20",
            "1-3 months ago, one order, low value, about 220",
            "recent, two orders, high value");
  }

  @Test
  void whatCannotBeToldApartIsCounted() {
    assertThat(names(List.of(), cluster(1, 90, 1, 20), cluster(2, 90, 1, 20)))
        .containsExactly(
            "1-3 months ago, one order, about 90 days",
            "1-3 months ago, one order, about 90 days 2");
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
        .containsExactly("Sleepers", "Sleepers 2", "Late", "recent, one order");
  }

  @Test
  void aNameIsKeptWhateverTheCentreSays() {
    var old = cluster(2, 90, 1, 20).named("recent, one order, low value", false);
    assertThat(names(List.of(), cluster(1, 5, 1, 20), old))
        .containsExactly("recent, one order", "recent, one order, low value");
  }

  @Test
  void wordsOfDaysAndOrdersAreAbsolute() {
    assertThat(names(List.of(), cluster(1, 230, 0, 0), cluster(2, 400, 1, 10)))
        .containsExactly(
            "6-12 months ago, no orders, low value", "over a year ago, one order, low value");
    assertThat(names(List.of(), cluster(1, 30, 1.5, 0), cluster(2, 31, 0.5, 100)))
        .containsExactly(
            "recent, one or two orders, low value", "1-3 months ago, none or one order, low value");
  }

  @Test
  void clustersThatHardlyDifferHaveTheSameRankOrNone() {
    // 740 and 760 are on both sides of the third quartile
    assertThat(
            names(List.of(), cluster(1, 1, 1, 740), cluster(2, 40, 1, 760), cluster(3, 100, 1, 9)))
        .containsExactly(
            "recent, one order, high value",
            "1-3 months ago, one order, high value",
            "3-6 months ago, one order, low value");
    assertThat(names(List.of(), cluster(1, 1, 1, 740), cluster(2, 40, 1, 760)))
        .containsExactly("recent, one order", "1-3 months ago, one order");
    assertThat(names(List.of(), cluster(1, 1, 3, 740))).containsExactly("recent, 2-5 orders");
  }

  @Test
  void ordersAreNotNamedWhereSomethingElseIsCounted() {
    var metrics = new ScoredMetrics("", false, false);
    var days = new Population(PackedKeys.of(), CUSTOMERS, metrics, 0);
    assertThat(
            new ClusterNaming(Settings.naming(List.of()), days)
                .name(List.of(cluster(1, 90, 1, 20), cluster(2, 3, 12, 900))))
        .extracting(Cluster::name)
        .containsExactly(
            "1-3 months ago, low frequency, low mean value",
            "recent, high frequency, high mean value");
  }

  @Test
  void otherRulesTakeAwayOnlyTheNamesThatTheyAreAbout() {
    var names =
        new ClusterNaming(
            Settings.naming(List.of(rule("Late", "recency", 40.0, 60.0))), population(CUSTOMERS));
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
    assertThat(names(List.of(rule), cluster(1, Double.NaN, 1, 20))).containsExactly("one order");
  }

  private static Population population(Matrix values) {
    return new Population(PackedKeys.of(), values, new ScoredMetrics("", true, true), 0);
  }

  private static List<String> names(List<NameRule> rules, Cluster... clusters) {
    return new ClusterNaming(Settings.naming(rules), population(CUSTOMERS))
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
