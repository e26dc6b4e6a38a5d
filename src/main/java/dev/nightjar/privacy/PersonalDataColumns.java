package dev.nightjar.privacy;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Every column with personal data, by the comments of the tables, and what erasing does to it.
 *
 * @param columns those with a treatment
 * @param unknown those without, as {@code schema.table.column}; while there is one, nobody can be
 *     erased
 */
record PersonalDataColumns(List<Column> columns, List<String> unknown) {
  private static final String KEY = "customer_key";

  /** What erasing does to a column. */
  enum Treatment {
    /** The pseudonym takes the place of the key. */
    RENAME,
    /** Becomes null in the rows of the customer. */
    BLANK,
    /** The row goes. */
    DELETE,
    /** A list of keys, in which the pseudonym takes the place of one. */
    RENAME_IN_LIST,
    /** The texts of a line, which go where the person is among them. */
    EMPTY,
    /** A border between keys, for which the next key below does as well. */
    MOVE,
    /** Goes with its row, at once or when its destination got the removal. */
    KEEP
  }

  /**
   * Exceptions to the general rule, which replaces the key in a column {@code customer_key} and
   * sets the other columns of that table to null if they are nullable.
   */
  private static final Map<String, Treatment> SPECIAL =
      Map.ofEntries(
          entry("ingest.suppressions.customer_key", Treatment.DELETE),
          entry("ingest.suppressions.email", Treatment.DELETE),
          entry("ingest.suppressions.phone", Treatment.DELETE),
          entry("ingest.suppressions.identities", Treatment.DELETE),
          entry("ingest.rejects.cells", Treatment.EMPTY),
          entry("orders.identities.identity", Treatment.KEEP),
          entry("orders.identities.customer_key", Treatment.DELETE),
          entry("orders.refusals.customer_key", Treatment.DELETE),
          entry("rfm.cut_points.tie_key", Treatment.MOVE),
          entry("clustering.profiles.typical_customers", Treatment.RENAME_IN_LIST),
          entry("publish.clusters.typical_customers", Treatment.RENAME_IN_LIST),
          entry("deliver.sent_rows.cells", Treatment.KEEP),
          entry("deliver.sent_rows.fingerprint", Treatment.KEEP),
          // the bucket follows from the key
          entry("audiences.holdouts.customer_key", Treatment.DELETE));

  /** A column with personal data. */
  record Column(String schema, String table, String name, Treatment treatment) {
    Table<Record> in() {
      return DSL.table(DSL.name(schema, table));
    }

    String path() {
      return tableName() + "." + name;
    }

    String tableName() {
      return schema + "." + table;
    }

    Field<String> field() {
      return DSL.field(DSL.name(schema, table, name), String.class);
    }

    /** To be set: without the table before it. */
    Field<String> target() {
      return DSL.field(DSL.name(name), String.class);
    }
  }

  static PersonalDataColumns of(DSLContext db) {
    var rows =
        db.fetch(
            """
            select n.nspname, c.relname, a.attname, a.attnotnull, exists (
              select from pg_attribute k where k.attrelid = c.oid and k.attname = 'customer_key'
            ) as is_keyed
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and a.attnum > 0 and not a.attisdropped
              and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
              and col_description(c.oid, a.attnum) like 'PII.%'
            order by n.nspname, c.relname, a.attnum
            """);
    var columns = new ArrayList<Column>();
    var unknown = new ArrayList<String>();
    for (var row : rows) {
      var schema = row.get(0, String.class);
      var table = row.get(1, String.class);
      var name = row.get(2, String.class);
      var path = schema + "." + table + "." + name;
      treatment(path, name, row.get(3, Boolean.class), row.get(4, Boolean.class))
          .ifPresentOrElse(
              each -> columns.add(new Column(schema, table, name, each)), () -> unknown.add(path));
    }
    return new PersonalDataColumns(List.copyOf(columns), List.copyOf(unknown));
  }

  private static Optional<Treatment> treatment(
      String path, String name, boolean isNotNull, boolean isKeyed) {
    if (SPECIAL.containsKey(path)) {
      return Optional.of(SPECIAL.get(path));
    }
    if (name.equals(KEY)) {
      return Optional.of(Treatment.RENAME);
    }
    return isKeyed && !isNotNull ? Optional.of(Treatment.BLANK) : Optional.empty();
  }

  /** The columns of a treatment by their tables. */
  Map<String, List<Column>> of(Treatment treatment) {
    var tables = new TreeMap<String, List<Column>>();
    columns.stream()
        .filter(each -> each.treatment() == treatment)
        .forEach(
            each -> tables.computeIfAbsent(each.tableName(), name -> new ArrayList<>()).add(each));
    return tables;
  }

  /** The keys of customers, by their tables. */
  List<Column> keys() {
    return columns.stream().filter(each -> each.name().equals(KEY)).toList();
  }
}
