package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a draft of a source leaves open stops everything, and is named with its place and reason.
 */
class QuestionsTest {
  private static final String DRAFT =
      """
      ingest:
        sources:
          draft:
            feed: "?" # lines or totals
            files: "x*.csv"
            columns:
              order: ["?"] # which of A, B
              customer: id
              total: T
              ordered-at: at
            date-format: "?" # dd/MM/yyyy, or MM/dd/yyyy
            numbers: {decimal: "?"} # two ways
            kept-statuses: [paid, "?"]
      """;

  @TempDir Path folder;

  @Test
  void everyQuestionMarkOfASourceIsTheOnlyProblemOfItsPlace() {
    AHome.assumeAnEmptyEnvironment();
    assertThat(AHome.in(folder).with("draft.yaml", DRAFT).problems())
        .containsExactlyInAnyOrder(
            "draft.yaml:4:13: ingest.sources.draft.feed: is to be decided: lines or totals",
            "draft.yaml:7:17: ingest.sources.draft.columns.order[0]: is to be decided: which of A, B",
            "draft.yaml:11:20: ingest.sources.draft.date-format: is to be decided: dd/MM/yyyy, or"
                + " MM/dd/yyyy",
            "draft.yaml:12:26: ingest.sources.draft.numbers.decimal: is to be decided: two ways",
            "draft.yaml:13:29: ingest.sources.draft.kept-statuses[1]: is to be decided");
  }

  @Test
  void oneSectionIsReadWhateverIsWrongWithTheOthers() {
    AHome.in(folder).with("draft.yaml", DRAFT).with("broken.yaml", "rfm: [");
    var home = new Home(folder, folder, java.util.List.of());
    assertThat(SettingsLoader.section(home, BusinessSettings.class).currency().getCurrencyCode())
        .isEqualTo("EUR");
  }
}
