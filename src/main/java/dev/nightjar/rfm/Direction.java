package dev.nightjar.rfm;

/** Which score is the best. */
enum Direction {
  N_IS_BEST("n-is-best"),
  _1_IS_BEST("1-is-best");

  private final String key;

  Direction(String key) {
    this.key = key;
  }

  /** As the tables and settings spell it. */
  @Override
  public String toString() {
    return key;
  }

  /** A score in this direction, of a score of which n is the best. */
  int of(int score, int bins) {
    return this == N_IS_BEST ? score : bins + 1 - score;
  }
}
