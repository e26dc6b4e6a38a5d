package dev.nightjar.rfm;

/** Which score is the best. */
enum Direction {
  N_IS_BEST("n-is-best"),
  _1_IS_BEST("1-is-best");

  private final String key;

  Direction(String key) {
    this.key = key;
  }

  /** Its name in tables and settings. */
  @Override
  public String toString() {
    return key;
  }

  /** Converts a score with n as the best to this direction. */
  int of(int score, int bins) {
    return this == N_IS_BEST ? score : bins + 1 - score;
  }
}
