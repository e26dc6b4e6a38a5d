package dev.nightjar.privacy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** The temporary table of the people that an erasure is about, one row per person. */
final class ErasedTable {
  static final Table<Record> PEOPLE = table(name("erased_people"));
  static final Field<String> KEY = field(name("erased_people", "customer_key"), String.class);
  static final Field<String> PSEUDONYM = field(name("erased_people", "pseudonym"), String.class);

  private ErasedTable() {}

  /** The keys of the people; a statement of its own each time, as jOOQ's union changes one. */
  static Select<Record1<String>> keys() {
    return select(KEY).from(PEOPLE);
  }
}
