package dev.nightjar.bench.chaos;

/** What can happen to a night. */
public enum Disturbance {
  KILL("JVM killed", 100),
  SERVER_KILL("PostgreSQL killed", 30),
  FULL_HOME("disk of the home full", 5),
  FULL_EXTRACTS("disk of the extracts full", 5),
  FULL_DATA("disk of PostgreSQL full", 5),
  CLOCK("clock jumped", 5),
  LOCK("lock lost", 10),
  SFTP("SFTP stalled", 10);

  private final String text;
  private final int cases;

  Disturbance(String text, int cases) {
    this.text = text;
    this.cases = cases;
  }

  /** For people. */
  public String text() {
    return text;
  }

  /** How many cases of it a whole run has. */
  public int cases() {
    return cases;
  }

  boolean needsAFullDisk() {
    return this == FULL_HOME || this == FULL_EXTRACTS || this == FULL_DATA;
  }
}
