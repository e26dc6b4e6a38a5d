package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;

import org.jooq.Condition;
import org.jooq.DSLContext;

/** The files that nights have taken. */
public final class LandedFiles {
  private LandedFiles() {}

  /** Whether there are any, of some. */
  public static boolean exist(Condition which, DSLContext db) {
    return db.fetchExists(FILES, which);
  }
}
