package dev.nightjar.segments;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * A segment map as configured: a cell of scores belongs to the first segment that has it.
 *
 * @param scores lowest and highest score, such as 1-5; of each metric, if they differ
 * @param direction which end of the scores is the best
 * @param waiver why the map is kept although one of its segments is never reached
 * @param segments in the order in which their rules are tried
 * @param otherwise the segment of the cells without a rule
 */
record MapSettings(
    @DefaultValue("1-5") @Valid Scores scores,
    @DefaultValue("n-is-best") Direction direction,
    @DefaultValue("") String waiver,
    @NotEmpty @DefaultValue List<@Valid ScoredSegment> segments,
    @Name("else") @Nullable Segment otherwise) {

  /** The attributes that conditions name. */
  Set<String> attributes() {
    return segments.stream()
        .flatMap(segment -> segment.boxes().stream())
        .flatMap(box -> box.attributes().keySet().stream())
        .collect(Collectors.toSet());
  }

  /**
   * The lowest and the highest score of each metric, such as {@code {r: 1-4, f: 1-2, m: 1-2}}.
   *
   * @param r of recency
   * @param f of frequency
   * @param m of monetary
   */
  record Scores(
      @DefaultValue("1-5") String r, @DefaultValue("1-5") String f, @DefaultValue("1-5") String m) {
    /** The same for all metrics, from a single value in the settings. */
    public static Scores of(String all) {
      return new Scores(all, all, all);
    }

    /** The ranges; empty if one is not a range. */
    Optional<CellScores> cells() {
      return ScoreRange.of(r)
          .flatMap(
              recency ->
                  ScoreRange.of(f)
                      .flatMap(
                          frequency ->
                              ScoreRange.of(m)
                                  .map(each -> new CellScores(recency, frequency, each))));
    }
  }

  /** Which score is the best. */
  enum Direction {
    N_IS_BEST,
    _1_IS_BEST;

    /** The name in the settings, as an enum constant cannot begin with a digit. */
    @Override
    public String toString() {
      return name().replaceFirst("^_", "").replace('_', '-').toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A segment that is defined by scores: it has the cells of its codes, its patterns and its boxes.
   *
   * @param name what the business calls it
   * @param rank its place by value, 1 for the best; null if the order of the map gives it
   * @param codes R, F and M scores such as 543, separated by blanks
   * @param patterns like codes, with ? or x for any score and [1-3] for some; two places stand for
   *     R and F
   * @param boxes ranges of scores, and conditions on facts
   * @param description who is in it, in one line
   * @param action what marketing should do
   * @param channel channel to use
   * @param offer offer to make
   */
  record ScoredSegment(
      @NotBlank String name,
      @Nullable Integer rank,
      @DefaultValue("") String codes,
      @DefaultValue("") String patterns,
      @DefaultValue List<Box> boxes,
      @DefaultValue("") String description,
      @DefaultValue("") String action,
      @DefaultValue("") String channel,
      @DefaultValue("") String offer) {

    Segment segment() {
      return new Segment(name, description, action, channel, offer);
    }
  }

  /**
   * Closed ranges of scores, such as 4 or 3-5; null for any. Conditions on facts are those of
   * audiences; a customer for whom one does not hold goes on to the next rule.
   *
   * @param r of the recency score
   * @param f of the frequency score
   * @param m of the monetary score
   * @param fm of (F + M) / 2, which can end in .5
   * @param daysSinceOrder calendar days from the last kept order to the night
   * @param daysSinceFirstOrder calendar days from the first kept order; few for new customers
   * @param orders kept orders in the window
   * @param netValue value less returns in the window, in the business currency
   * @param attributes values by attribute: country, or an attribute of the latest order
   */
  record Box(
      @Nullable String r,
      @Nullable String f,
      @Nullable String m,
      @Nullable String fm,
      @DefaultValue Range daysSinceOrder,
      @DefaultValue Range daysSinceFirstOrder,
      @DefaultValue Range orders,
      @DefaultValue Range netValue,
      @DefaultValue Map<String, List<String>> attributes) {

    FactConditions conditions() {
      return new FactConditions(daysSinceOrder, daysSinceFirstOrder, orders, netValue, attributes);
    }
  }
}
