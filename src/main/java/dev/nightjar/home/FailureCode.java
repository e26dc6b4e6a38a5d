package dev.nightjar.home;

/** Why a command or a night ended badly; each code is a heading in {@code ops/runbook.md}. */
public enum FailureCode {
  /** A stage met something that none of the codes below names. */
  STAGE_BROKEN(1),
  /** A required file is quarantined. */
  FILE_QUARANTINED(1),
  /** A required file did not come. */
  FILE_MISSING(1),
  /** More files came than a source promises. */
  TOO_MANY_FILES(1),
  /** An inbox cannot be reached, or its connection breaks again and again. */
  SOURCE_AWAY(1),
  /** An inbox does not let the user in. */
  LOGIN_REFUSED(1),
  /** An SFTP server shows another key than the known one, or its key is not known. */
  HOST_KEY_CHANGED(1),
  /** The folder or the bucket of an inbox is not there, or may not be read. */
  FOLDER_MISSING(1),
  /** A check of the night returned rows. */
  AUDIT_FAILED(1),
  /** The feed of suppressions is missing, too old or too small. */
  SUPPRESSIONS_IN_DOUBT(1),
  /** Erased people would not be recognised. */
  ERASURES_IN_DOUBT(1),
  /** Extracts could not be delivered. */
  DELIVERY_FAILED(1),
  /** Tables that nights keep up to date differ from tables made anew. */
  TABLES_DIFFER(1),
  /** A file that a command names cannot be read. */
  FILE_UNREADABLE(1),
  /** The settings or routes are wrong; nothing was started. */
  BAD_SETTINGS(3),
  /** Another night is running. */
  NIGHT_RUNNING(4),
  /** The database cannot be reached. */
  DATABASE_AWAY(5),
  /** The night is not in a state in which the command can be carried out. */
  NIGHT_REFUSED(6);

  private final int exitCode;

  FailureCode(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of a command that ends with this failure. */
  public int exitCode() {
    return exitCode;
  }
}
