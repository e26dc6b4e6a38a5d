/**
 * The PostgreSQL server, embedded or given, its connections and migrations, and tables whose rows
 * are valid for an interval of nights.
 *
 * <p>In: the section {@code db} of the settings, and the migrations in {@code db/migration}.<br>
 * Out: a connection pool on a schema that is up to date, the login for psql, and statements that
 * write only what changed since the night before ({@link dev.nightjar.database.ValidityIntervals}).
 */
@NullMarked
package dev.nightjar.database;

import org.jspecify.annotations.NullMarked;
