package dev.nightjar.segments;

import java.util.Optional;

/** The scores of an axis, as a map numbers them. A score is one digit. */
record ScoreRange(int lowest, int highest) {

  /** The range of a text such as 1-5; empty if it is not one. */
  static Optional<ScoreRange> of(String text) {
    return text.matches("[0-9]-[0-9]") && text.charAt(0) < text.charAt(2)
        ? Optional.of(new ScoreRange(text.charAt(0) - '0', text.charAt(2) - '0'))
        : Optional.empty();
  }

  int bins() {
    return highest - lowest + 1;
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
