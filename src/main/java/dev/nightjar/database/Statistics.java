package dev.nightjar.database;

import org.jooq.DSLContext;
import org.jooq.TransactionContext;
import org.jooq.TransactionListener;

/**
 * Keeps the server's statistics in step with what a night writes. Autovacuum comes by after a
 * minute at the earliest, and until then a table that was just filled is planned as if it held next
 * to nothing: with a scan of it for each row of another.
 *
 * <p>As a listener, it analyzes at the end of each transaction of what that filled, so that no
 * stage need think of it for the stages to come. Within a transaction, statements that read what
 * earlier ones filled need {@link #refresh}.
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
   * Analyzes the tables that a transaction wrote many rows of, compared with those that were there,
   * and that it has not analyzed yet. Few changes the server notices by itself, in time.
   *
   * @param tx a transaction
   */
  public static void refresh(DSLContext tx) {
    // the server keeps what it answered once for the rest of a transaction
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
