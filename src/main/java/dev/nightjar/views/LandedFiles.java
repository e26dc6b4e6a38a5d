package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;

import org.jooq.Condition;
import org.jooq.DSLContext;

/** The landing files of all nights. */
public final class LandedFiles {
  private LandedFiles() {}

  /** Whether any file meets a condition. */
  public static boolean exist(Condition which, DSLContext db) {
    return db.fetchExists(FILES, which);
  }
}
