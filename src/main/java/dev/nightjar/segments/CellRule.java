package dev.nightjar.segments;

import dev.nightjar.segments.MapSettings.Box;
import dev.nightjar.segments.ScoreRange.Code;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule for cells of a map, written in any of three ways.
 *
 * @param text the rule as shown, such as {@code pattern 14?}
 * @param the cells that the rule selects
 */
record CellRule(String text, Predicate<Code> cells) {
  private static final Pattern PLACES = Pattern.compile("([0-9?xX]|\\[([0-9](-[0-9])?)+]){2,3}");
  private static final String SCORE = "[0-9]";
  private static final String MEAN_OF_SCORES = "[0-9](?:\\.[05])?";

  /** A malformed rule. */
  static final class Malformed extends RuntimeException {
    private Malformed(String problem) {
      super(problem);
    }
  }

  static CellRule code(String code, ScoreRange scale) {
    if (code.matches("([0-9]{3}){2,}")) {
      throw new Malformed(code + " is not a code: write " + code.replaceAll("...(?=.)", "$0 "));
    }
    if (!code.matches("[0-9]{3}") || !scale.hasDigitsOf(code)) {
      throw new Malformed("%s is not a code: write three scores of %s".formatted(code, scale));
    }
    return new CellRule("code " + code, cell -> cell.toString().equals(code));
  }

  static CellRule pattern(String pattern, ScoreRange scale) {
    var text = "pattern " + pattern;
    try {
      if (PLACES.matcher(pattern).matches() && scale.hasDigitsOf(pattern)) {
        // two places leave M open
        var regex = Pattern.compile(pattern.replaceAll("[?xX]", ".") + ".?");
        return new CellRule(text, cell -> regex.matcher(cell.toString()).matches());
      }
    } catch (PatternSyntaxException backwards) {
      // such as [3-1]: reported like any other
    }
    throw new Malformed(
        "%s is not a pattern: write a score of %s, ? or [a-b] in two or three places"
            .formatted(pattern, scale));
  }

  static CellRule box(Box box, ScoreRange scale) {
    var r = Range.of("r", box.r(), SCORE, scale);
    var f = Range.of("f", box.f(), SCORE, scale);
    var m = Range.of("m", box.m(), SCORE, scale);
    var fm = Range.of("fm", box.fm(), MEAN_OF_SCORES, scale);
    var text =
        Stream.of(r, f, m, fm)
            .map(Range::text)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", ", "box ", ""));
    return new CellRule(
        text,
        cell ->
            r.has(cell.r())
                && f.has(cell.f())
                && m.has(cell.m())
                && fm.has((cell.f() + cell.m()) / 2.0));
  }

  /** A closed range; the text is null if the range was not written, and then any score is in it. */
  private record Range(@Nullable String text, double low, double high) {
    static Range of(String axis, @Nullable String range, String number, ScoreRange scale) {
      if (range == null) {
        return new Range(null, scale.lowest(), scale.highest());
      }
      var ends = Pattern.compile("(%1$s)(?:-(%1$s))?".formatted(number)).matcher(range);
      if (ends.matches()) {
        var low = Double.parseDouble(ends.group(1));
        var high = ends.group(2) == null ? low : Double.parseDouble(ends.group(2));
        if (scale.lowest() <= low && low <= high && high <= scale.highest()) {
          return new Range(axis + " " + range, low, high);
        }
      }
      throw new Malformed(
          "%s %s is not a range: write a score of %s, or two such as %s"
              .formatted(axis, range, scale, scale));
    }

    boolean has(double score) {
      return low <= score && score <= high;
    }
  }
}
