package dev.nightjar.segments;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.segments.CellScores.Code;
import dev.nightjar.segments.MapSettings.Box;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule for cells of a map, written in any of three ways.
 *
 * @param text the rule as shown, such as {@code pattern 14?}
 * @param cells the cells that the rule selects
 * @param conditions on facts about their customers
 */
record CellRule(String text, Predicate<Code> cells, FactConditions conditions) {
  private static final Pattern PLACES = Pattern.compile("([0-9?xX]|\\[([0-9](-[0-9])?)+]){2,3}");
  private static final Pattern PLACE = Pattern.compile("\\[[^]]*]|.");
  private static final String SCORE = "[0-9]";
  private static final String MEAN_OF_SCORES = "[0-9](?:\\.[05])?";

  /** A malformed rule. */
  static final class Malformed extends RuntimeException {
    private Malformed(String problem) {
      super(problem);
    }
  }

  boolean isConditional() {
    return !conditions.isEmpty();
  }

  static CellRule code(String code, CellScores scores) {
    if (code.matches("([0-9]{3}){2,}")) {
      throw new Malformed(code + " is not a code: write " + code.replaceAll("...(?=.)", "$0 "));
    }
    if (!code.matches("[0-9]{3}") || !haveDigits(scores, places(code))) {
      throw new Malformed("%s is not a code: write three scores of %s".formatted(code, scores));
    }
    return new CellRule("code " + code, cell -> cell.toString().equals(code), FactConditions.NONE);
  }

  static CellRule pattern(String pattern, CellScores scores) {
    var text = "pattern " + pattern;
    try {
      if (PLACES.matcher(pattern).matches() && haveDigits(scores, places(pattern))) {
        // two places leave M open
        var regex = Pattern.compile(pattern.replaceAll("[?xX]", ".") + ".?");
        return new CellRule(
            text, cell -> regex.matcher(cell.toString()).matches(), FactConditions.NONE);
      }
    } catch (PatternSyntaxException backwards) {
      // such as [3-1]: reported like any other
    }
    throw new Malformed(
        "%s is not a pattern: write a score of %s, ? or [a-b] in two or three places"
            .formatted(pattern, scores));
  }

  private static List<String> places(String pattern) {
    return PLACE.matcher(pattern).results().map(MatchResult::group).toList();
  }

  private static boolean haveDigits(CellScores scores, List<String> places) {
    return IntStream.range(0, places.size())
        .allMatch(place -> scores.axes().get(place).hasDigitsOf(places.get(place)));
  }

  static CellRule box(Box box, CellScores scores) {
    var r = Range.of("r", box.r(), SCORE, scores.r());
    var f = Range.of("f", box.f(), SCORE, scores.f());
    var m = Range.of("m", box.m(), SCORE, scores.m());
    var fm = Range.ofMean("fm", box.fm(), scores);
    var conditions = box.conditions();
    var text =
        Stream.of(r.text(), f.text(), m.text(), fm.text(), conditions.toString())
            .filter(each -> each != null && !each.isEmpty())
            .collect(Collectors.joining(", ", "box ", ""));
    if (!conditions.problems().isEmpty()) {
      throw new Malformed(text + ": " + String.join("; ", conditions.problems()));
    }
    return new CellRule(
        text,
        cell ->
            r.has(cell.r())
                && f.has(cell.f())
                && m.has(cell.m())
                && fm.has((cell.f() + cell.m()) / 2.0),
        conditions);
  }

  /** A closed range; the text is null if the range was not written, and then any score is in it. */
  private record Range(@Nullable String text, double low, double high) {
    static Range of(String axis, @Nullable String range, String number, ScoreRange all) {
      return of(axis, range, number, new Range(all.toString(), all.lowest(), all.highest()));
    }

    /** Of the mean of F and M, which can be between two scores. */
    static Range ofMean(String axis, @Nullable String range, CellScores scores) {
      var text =
          scores.f().equals(scores.m())
              ? scores.f().toString()
              : scores.lowestFm() + "-" + scores.highestFm();
      return of(
          axis, range, MEAN_OF_SCORES, new Range(text, scores.lowestFm(), scores.highestFm()));
    }

    private static Range of(String axis, @Nullable String range, String number, Range all) {
      if (range == null) {
        return new Range(null, all.low, all.high);
      }
      var ends = Pattern.compile("(%1$s)(?:-(%1$s))?".formatted(number)).matcher(range);
      if (ends.matches()) {
        var low = Double.parseDouble(ends.group(1));
        var high = ends.group(2) == null ? low : Double.parseDouble(ends.group(2));
        if (all.low <= low && low <= high && high <= all.high) {
          return new Range(axis + " " + range, low, high);
        }
      }
      throw new Malformed(
          "%s %s is not a range: write a score of %s, or two such as %s"
              .formatted(axis, range, all.text, all.text));
    }

    boolean has(double score) {
      return low <= score && score <= high;
    }
  }
}
