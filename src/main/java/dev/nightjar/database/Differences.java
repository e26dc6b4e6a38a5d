package dev.nightjar.database;

import static org.jooq.impl.DSL.select;

import org.jooq.DSLContext;
import org.jooq.Select;

/** Compares two queries with the same columns. */
public final class Differences {
  private Differences() {}

  /** Counts the rows that only one of the two has, including duplicates. */
  public static long count(DSLContext db, Select<?> one, Select<?> other) {
    return missing(db, one, other) + missing(db, other, one);
  }

  private static long missing(DSLContext db, Select<?> of, Select<?> in) {
    // jOOQ's exceptAll changes the select it is called on
    var missing = select().from(of.asTable("one")).exceptAll(select().from(in.asTable("other")));
    return db.fetchCount(missing);
  }
}
