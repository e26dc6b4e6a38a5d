package dev.nightjar.home;

/** Why a command or a night failed. Each code is a heading in {@code ops/runbook.md}. */
public enum FailureCode {
  /** A stage failed for a reason without a code of its own. */
  STAGE_BROKEN(1),
  /** A required file is quarantined. */
  FILE_QUARANTINED(1),
  /** A required file did not come. */
  FILE_MISSING(1),
  /** More files came than the source allows. */
  TOO_MANY_FILES(1),
  /** An inbox cannot be reached, or its connection keeps breaking. */
  SOURCE_AWAY(1),
  /** An inbox refuses the login. */
  LOGIN_REFUSED(1),
  /** The key of an SFTP server has changed or is not known. */
  HOST_KEY_CHANGED(1),
  /** The folder or bucket of an inbox does not exist or cannot be read. */
  FOLDER_MISSING(1),
  /** A check of the night returned rows. */
  AUDIT_FAILED(1),
  /** The suppression feed is missing, too old or too small. */
  SUPPRESSIONS_IN_DOUBT(1),
  /** Erased people would not be recognised. */
  ERASURES_IN_DOUBT(1),
  /** Extracts could not be delivered. */
  DELIVERY_FAILED(1),
  /** The tables that nights update differ from rebuilt tables. */
  TABLES_DIFFER(1),
  /** A file that a command names cannot be read. */
  FILE_UNREADABLE(1),
  /** A night would set the file aside. */
  PREVIEW_QUARANTINED(11),
  /** The settings or routes are wrong; nothing was started. */
  BAD_SETTINGS(3),
  /** Another night is running. */
  NIGHT_RUNNING(4),
  /** The database cannot be reached. */
  DATABASE_AWAY(5),
  /** The database server has no disk space or memory left, or accepts no writes. */
  DATABASE_FULL(5),
  /** The state of the night does not allow the command. */
  NIGHT_REFUSED(6),
  /** The night is finished, and changes of it wait for an approval. */
  CHANGES_WAIT(7),
  /** The night is finished, and files of it are quarantined. */
  FILES_SET_ASIDE(8),
  /** Another process took the lock from a running night. */
  LOCK_LOST(9),
  /** A newer version has changed the schema. */
  SCHEMA_NEWER(10),
  /** The night was asked to stop, by a command or a signal. */
  NIGHT_STOPPED(143);

  private final int exitCode;

  FailureCode(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of a command that ends with this failure. */
  public int exitCode() {
    return exitCode;
  }
}
