package dev.nightjar.home;

/** Why a command or a night failed. Each code is a heading in {@code ops/runbook.md}. */
public enum FailureCode {
  STAGE_BROKEN(1, "A stage failed for a reason without a code of its own."),
  FILE_QUARANTINED(1, "A required file is quarantined."),
  FILE_MISSING(1, "A required file did not come."),
  TOO_MANY_FILES(1, "More files came than the source allows."),
  SOURCE_AWAY(1, "An inbox cannot be reached, or its connection keeps breaking."),
  LOGIN_REFUSED(1, "An inbox refuses the login."),
  HOST_KEY_CHANGED(1, "The key of an SFTP server has changed or is not known."),
  FOLDER_MISSING(1, "The folder or bucket of an inbox does not exist or cannot be read."),
  AUDIT_FAILED(1, "A check of the night returned rows."),
  SUPPRESSIONS_IN_DOUBT(1, "The suppression feed is missing, too old or too small."),
  ERASURES_IN_DOUBT(1, "Erased people would not be recognised."),
  DELIVERY_FAILED(1, "Extracts could not be delivered."),
  TABLES_DIFFER(1, "The tables that nights update differ from rebuilt tables."),
  FILE_UNREADABLE(1, "A file that a command names cannot be read."),
  PREVIEW_QUARANTINED(11, "A night would set the file aside."),
  BAD_SETTINGS(3, "The settings or routes are wrong; nothing was started."),
  NIGHT_RUNNING(4, "Another night is running."),
  DATABASE_AWAY(5, "The database cannot be reached."),
  DATABASE_FULL(5, "The database server has no disk space or memory left, or accepts no writes."),
  DISK_FULL(5, "A disk that Nightjar writes to is full."),
  NIGHT_REFUSED(6, "The state of the night does not allow the command."),
  CHANGES_WAIT(7, "The night is finished, and changes of it wait for an approval."),
  FILES_SET_ASIDE(8, "The night is finished, and files of it are quarantined."),
  LOCK_LOST(9, "Another process took the lock from a running night."),
  SCHEMA_NEWER(10, "A newer version has changed the schema."),
  GATE_WARNED(12, "The night is finished, and gates or checks warn."),
  GATE_STOPPED(13, "A gate stopped the night, which waits for an approval."),
  DOCTOR_FAILED(14, "The doctor found something that fails, or would make a night fail."),
  NIGHT_STOPPED(143, "The night was asked to stop, by a command or a signal.");

  private final int exitCode;
  private final String meaning;

  FailureCode(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** What it means, in one sentence. */
  public String meaning() {
    return meaning;
  }

  /** The exit code of a command that ends with this failure. */
  public int exitCode() {
    return exitCode;
  }
}
