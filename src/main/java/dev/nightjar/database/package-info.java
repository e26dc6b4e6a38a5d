/**
 * The PostgreSQL server, embedded or external, its connections and migrations, and tables whose
 * rows are valid for intervals of nights.
 *
 * <p>In: the section {@code db} of the settings, and the migrations in {@code db/migration}.<br>
 * Out: a connection pool on a migrated schema, the login for psql, and statements that write only
 * the changes since the night before ({@link dev.nightjar.database.ValidityIntervals}).
 */
@NullMarked
package dev.nightjar.database;

import org.jspecify.annotations.NullMarked;
