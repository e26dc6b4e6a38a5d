package dev.nightjar.database;

import org.jooq.DSLContext;
import org.jooq.TransactionContext;
import org.jooq.TransactionListener;

/**
 * Updates the server's statistics after a night's writes. Autovacuum starts after a minute at the
 * earliest. Until then, the planner takes a table that was just filled for an almost empty one, and
 * scans it for each row of another table.
 *
 * <p>As a listener, it analyzes the filled tables at the end of each transaction, so that stages do
 * not have to. Within a transaction, call {@link #refresh} before statements that read newly filled
 * tables.
 */
public final class Statistics implements TransactionListener {
  // a tenth is autovacuum's own rule too; it leaves out tables of fewer than 50 rows, but a ledger
  // of three files that the server takes for hundreds makes millions of their lines look few
  private static final String STALE =
      """
      select c.oid::regclass::text
      from pg_class c
      cross join lateral (
        select pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
          + pg_stat_get_xact_tuples_deleted(c.oid) as rows) written
      where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace > 16383
        and written.rows > 0
        and written.rows + pg_stat_get_mod_since_analyze(c.oid) > greatest(c.reltuples, 0) / 10
        and coalesce(pg_stat_get_last_analyze_time(c.oid) < transaction_timestamp(), true)
      order by c.oid
      """;

  /**
   * Analyzes tables with many new rows in this transaction, relative to their size, that it has not
   * analyzed yet. Smaller changes are left to autovacuum.
   *
   * @param tx a transaction
   */
  public static void refresh(DSLContext tx) {
    // the server caches statistics for the rest of a transaction
    tx.execute("select pg_stat_clear_snapshot()");
    var stale = tx.fetch(STALE).getValues(0, String.class);
    if (!stale.isEmpty()) {
      tx.execute("analyze " + String.join(", ", stale));
    }
  }

  @Override
  public void commitStart(TransactionContext transaction) {
    refresh(transaction.dsl());
  }
}
