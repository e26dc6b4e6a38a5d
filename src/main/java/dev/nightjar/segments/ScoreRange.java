package dev.nightjar.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scores of an axis, as a map numbers them, and the cells of three axes. A score is one digit,
 * so that a code is three.
 */
record ScoreRange(int lowest, int highest) {

  /** A cell of the map; its text is the R, F and M scores. */
  record Code(int r, int f, int m) {
    @Override
    public String toString() {
      return "" + r + f + m;
    }
  }

  /** The scale of a text such as 1-5; empty if it is not one. */
  static Optional<ScoreRange> of(String text) {
    return text.matches("[0-9]-[0-9]") && text.charAt(0) < text.charAt(2)
        ? Optional.of(new ScoreRange(text.charAt(0) - '0', text.charAt(2) - '0'))
        : Optional.empty();
  }

  int bins() {
    return highest - lowest + 1;
  }

  /** Every cell, lowest scores first. */
  List<Code> codes() {
    var codes = new ArrayList<Code>();
    for (int r = lowest; r <= highest; r++) {
      for (int f = lowest; f <= highest; f++) {
        for (int m = lowest; m <= highest; m++) {
          codes.add(new Code(r, f, m));
        }
      }
    }
    return codes;
  }

  /** Whether each digit of a text is a score. */
  boolean hasDigitsOf(String text) {
    return text.chars()
        .filter(Character::isDigit)
        .map(Character::getNumericValue)
        .allMatch(score -> score >= lowest && score <= highest);
  }

  @Override
  public String toString() {
    return lowest + "-" + highest;
  }
}
