package dev.nightjar.orders;

import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.nightjar.db.orders.tables.OrderParts;
import org.jooq.Record;
import org.jooq.Table;

/** The temporary table of the parts that a night reads, one row per part of a touched order. */
final class FreshParts {
  static final OrderParts FRESH = ORDER_PARTS.as("fresh");
  static final Table<Record> FRESH_TABLE = table(name("fresh"));

  private FreshParts() {}
}
