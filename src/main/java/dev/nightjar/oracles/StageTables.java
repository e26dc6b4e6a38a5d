package dev.nightjar.oracles;

import org.jooq.DSLContext;

/** The tables of a bench's own database. */
public final class StageTables {
  private StageTables() {}

  /** Empties every table of every stage, except the audit table, which does not allow it. */
  public static void clear(DSLContext db) {
    var tables =
        db.fetch(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname in ('ingest', 'orders', 'rfm', 'clustering', 'forecast', 'segments', 'publish', 'deliver')
                  and (schemaname, tablename) <> ('deliver', 'exports')
                """)
            .getValues(0, String.class);
    db.execute("truncate %s restart identity cascade".formatted(String.join(", ", tables)));
    db.execute(
        """
        insert into ingest.sources
          (source, feed, returns, return_statuses, is_negative_quantity_return, kept_statuses, duplicates, zone)
        values ('mended-rejects', 'mended-rejects', 'net', '{}', false, '{}', 'keep', 'UTC')
        """);
  }
}
