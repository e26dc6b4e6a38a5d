package dev.nightjar.database;

import static org.jooq.impl.DSL.selectOne;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
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
  // of three files that the server takes for hundreds makes millions of their lines look few.
  // The schema pipeline is read by keys alone, and changes with each step
  private static final String STALE =
      """
      select c.oid::regclass::text
      from pg_class c
      cross join lateral (
        select pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
          + pg_stat_get_xact_tuples_deleted(c.oid) as rows) written
      where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace > 16383
        and c.relnamespace is distinct from to_regnamespace('pipeline')
        and written.rows > 0
        and written.rows + pg_stat_get_mod_since_analyze(c.oid) > greatest(c.reltuples, 0) / 10
        and coalesce(pg_stat_get_last_analyze_time(c.oid) < transaction_timestamp(), true)
      order by c.oid
      """;

  // the statistics of a partitioned table have the values of its partitions
  private static final String CHANGED =
      """
      select distinct coalesce(part.inhparent, c.oid)::regclass::text
      from pg_class c
      left join pg_inherits part on part.inhrelid = c.oid
      where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace > 16383
        and pg_stat_get_xact_tuples_updated(c.oid) + pg_stat_get_xact_tuples_deleted(c.oid)
          + pg_stat_get_mod_since_analyze(c.oid) > 0
      order by 1
      """;

  private static final SelectConditionStep<Record1<Integer>> CLEARING =
      selectOne().from("pg_proc").where("proname = 'pg_clear_attribute_stats'");

  private static final String CLEAR =
      """
      select pg_clear_attribute_stats(n.nspname, c.relname, a.attname, c.relkind = 'p')
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_inherits part on part.inhrelid = c.oid
      where cast(? as regclass) in (c.oid, part.inhparent)
      """;

  /**
   * Analyzes tables with many new rows in this transaction, relative to their size, that it has not
   * analyzed yet. Smaller changes are left to autovacuum.
   *
   * @param tx a transaction
   */
  public static void refresh(DSLContext tx) {
    // the server caches statistics for the rest of a transaction, and otherwise counts in the next
    // transactions of a second what this one writes
    tx.execute("select pg_stat_clear_snapshot(), pg_stat_force_next_flush()");
    var stale = tx.fetch(STALE).getValues(0, String.class);
    if (!stale.isEmpty()) {
      tx.execute("analyze " + String.join(", ", stale));
    }
  }

  /**
   * Analyzes every table that has changed since the last time, however little, so that the
   * statistics contain none of the values that this transaction has removed.
   *
   * @param tx a transaction, after its last write
   */
  public static void forget(DSLContext tx) {
    tx.execute("select pg_stat_clear_snapshot()");
    var changed = tx.fetch(CHANGED).getValues(0, String.class);
    if (changed.isEmpty()) {
      return;
    }
    // analyze leaves the statistics of a table that has become empty as they are; before version
    // 18, nothing else can remove them
    if (tx.fetchExists(CLEARING)) {
      changed.forEach(each -> tx.execute(CLEAR, each));
    }
    tx.execute("analyze " + String.join(", ", changed));
  }

  @Override
  public void commitStart(TransactionContext transaction) {
    refresh(transaction.dsl());
  }
}
