package dev.nightjar.orders;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import org.jooq.DSLContext;
import org.jooq.Table;

/** Fills an empty table: loading it and then indexing it takes half the time. */
final class FirstLoad {
  private FirstLoad() {}

  static void into(DSLContext db, Table<?> table, Runnable load) {
    var schema = table.getSchema().getName();
    var indexes =
        db.fetch(
            "select indexname, indexdef from pg_indexes where schemaname = {0} and tablename = {1}",
            inline(schema), inline(table.getName()));
    indexes.forEach(
        index -> db.execute("drop index {0}", name(schema, index.get(0, String.class))));
    load.run();
    indexes.forEach(index -> db.execute(index.get(1, String.class)));
  }
}
