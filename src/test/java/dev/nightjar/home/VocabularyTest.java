package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  private static final String YAML =
      """
      ingest.sources:
        web:
          feed: order-lines
          files: web-*
          columns: {order: a, customer: b, ordered-at: c, quantity: d, unit-price: e}
          attributes: {paid-by: f}
        stop: {feed: suppressions, files: stop-*, columns: {email: a}}
      clustering.tiers: [Low, High]
      rfm: {direction: n-is-best, recency: {bins: 5}}
      destinations.profiles:
        crm:
          version: "1"
          source: https://example.com
          checked-on: 2026-01-01
          channel: email
          purpose: calls
          preamble: ["{action}"]
          actions: {full: SET, adds: ADD, removes: CUT}
          columns:
            - {header: a, field: email, need: identifier}
            - {header: b, field: first-name}
      """;

  @TempDir Path folder;

  @Test
  void everySectionOffersWhatOthersMayName() {
    var vocabulary = AHome.in(folder).with(YAML).load().vocabulary();
    assertThat(vocabulary.segments())
        .containsExactly("Everyone", "Lapsed", "Net returners", "Prospects");
    assertThat(vocabulary.tiers()).containsExactly("High", "Low");
    assertThat(vocabulary.attributes()).containsExactly("country", "paid-by");
    assertThat(vocabulary.suppressionSources()).containsExactly("stop");
    assertThat(vocabulary.scores())
        .contains(
            new Offers.Scores(
                List.of(
                    new Offers.Metric("recency", 5, "rfm.recency.bins", Set.of()),
                    new Offers.Metric("frequency", 5, "rfm.bins", Set.of()),
                    new Offers.Metric("monetary", 5, "rfm.bins", Set.of())),
                true,
                364));
    assertThat(vocabulary.lowestScore("recency")).isEqualTo(1);
    assertThat(vocabulary.profiles())
        .containsEntry("crm", profile("email", "calls", Set.of("email"), "full", "removes", "adds"))
        .containsEntry(
            "generic-csv",
            profile("any", "marketing", Set.of(), "full", "removes", "adds", "changes"));
  }

  private static Offers.Profile profile(
      String channel, String purpose, Set<String> identifiers, String... kinds) {
    return new Offers.Profile(
        channel,
        purpose,
        identifiers,
        "file",
        Set.of(kinds),
        Set.of("full", "removes"),
        Set.of(),
        Set.of(),
        Set.of());
  }

  @Test
  void nothingIsOfferedWhereNothingCanBeRead() {
    var vocabulary = new Vocabulary(List.of());
    assertThat(vocabulary.segments()).isEmpty();
    assertThat(vocabulary.tiers()).isEmpty();
    assertThat(vocabulary.attributes()).containsExactly("country");
    assertThat(vocabulary.suppressionSources()).isEmpty();
    assertThat(vocabulary.scores()).isEmpty();
    assertThat(vocabulary.lowestScore("recency")).isEqualTo(1);
    assertThat(vocabulary.profiles()).isEmpty();
  }
}
