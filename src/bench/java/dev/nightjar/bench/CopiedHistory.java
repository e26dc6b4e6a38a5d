package dev.nightjar.bench;

import java.sql.Connection;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A long history of nights without running them. */
public final class CopiedHistory {

  /**
   * Tables of nights with their columns: as they are written, and as they are read. Rows of
   * customers are not copied; they hold for intervals of nights, and are as many with or without a
   * history. A file of a place has a path of its own.
   */
  private static final String TABLES =
      """
      select format('%I.%I', table_schema, table_name),
        string_agg(quote_ident(column_name), ', ' order by ordinal_position),
        string_agg(case column_name when 'night' then 'day' when 'path' then 'path || ''.'' || day'
          else quote_ident(column_name) end, ', ' order by ordinal_position)
      from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and is_identity = 'NO' and is_generated = 'NEVER'
        and table_schema in
          ('pipeline', 'ingest', 'orders', 'rfm', 'clustering', 'segments', 'audiences', 'publish',
            'deliver', 'operations')
      group by table_schema, table_name
      having bool_or(column_name = 'night') and not bool_or(column_name = 'customer_key')
      """;

  private static final String COPY =
      """
      insert into %1$s (%2$s)
      select %3$s
      from %1$s t, lateral (select date '%4$s' - n as day from generate_series(1, %5$d) n) days
      where night = '%6$s'
      on conflict do nothing
      """;

  private CopiedHistory() {}

  /**
   * Gives what is recorded for the newest night to days before all nights, in every table.
   *
   * @param superuser only it can leave out the checks of foreign keys: tables come in any order
   * @param nights how many days get a night
   */
  public static void make(Connection superuser, int nights) {
    var db = DSL.using(superuser, SQLDialect.POSTGRES);
    var days = db.fetchSingle("select min(night), max(night) from pipeline.nights");
    db.execute("set session_replication_role = replica");
    for (var table : db.fetch(TABLES)) {
      db.execute(
          COPY.formatted(
              table.get(0), table.get(1), table.get(2), days.get(0), nights, days.get(1)));
    }
    db.execute("analyze");
  }
}
