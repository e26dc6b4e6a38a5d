package dev.nightjar.bench.chaos;

import dev.nightjar.bench.Ratio;
import dev.nightjar.bench.Seconds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Measures commands that are asked often on a home with a long history of nights. */
public final class HistoryBench {
  private static final List<String> COMMANDS = List.of("status", "nights");
  private static final int ROUNDS = 5;
  private static final String TARGET = "<= 2";

  private static final int REAL_NIGHTS = 3;

  /** Tables of nights with their columns: as they are written, and as they are read. */
  private static final String TABLES =
      """
      select format('%I.%I', table_schema, table_name),
        string_agg(quote_ident(column_name), ', ' order by ordinal_position),
        string_agg(case column_name when 'night' then 'day' else quote_ident(column_name) end, ', '
          order by ordinal_position)
      from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and is_identity = 'NO' and is_generated = 'NEVER'
        and table_schema in
          ('pipeline', 'ingest', 'segments', 'audiences', 'publish', 'deliver', 'operations')
      group by table_schema, table_name
      having bool_or(column_name = 'night')
      """;

  private static final String COPY =
      """
      insert into %1$s (%2$s)
      select %3$s
      from %1$s t, lateral (select date '%4$s' - n as day from generate_series(1, %5$d) n) days
      where night = '%6$s'
      on conflict do nothing
      """;

  private final ChaosShop shop;
  private final Commands commands;
  private final Consumer<String> progress;

  /**
   * @param folder for the home; it must be there
   * @param progress takes a line about each night
   */
  public HistoryBench(
      Path folder, Path installation, Commands commands, int customers, Consumer<String> progress) {
    this.shop =
        new ChaosShop(
            folder, installation, commands, List.of(), new ChaosShop.Size(customers, false));
    this.commands = commands;
    this.progress = progress;
  }

  /**
   * A command on the home.
   *
   * @param seconds of its process from start to end; the median of some
   * @param nights of history
   */
  public record Measured(String command, int nights, double seconds) {
    public Ratio ratio() {
      return new Ratio(command + "-seconds", seconds, TARGET);
    }
  }

  /** Runs some nights, gives their records to the days before them, and measures the commands. */
  public List<Measured> run(int nights) throws Exception {
    shop.live(REAL_NIGHTS, 1, progress);
    var measured = new ArrayList<Measured>();
    try (var witness = shop.witness()) {
      copyRecords(witness, nights - REAL_NIGHTS);
      int finished = witness.finishedNights();
      for (var command : COMMANDS) {
        measured.add(new Measured(command, finished, seconds(command)));
      }
    } finally {
      shop.stopServer();
    }
    return measured;
  }

  /** Gives what is recorded for the newest night to days before all nights, in every table. */
  private void copyRecords(Witness witness, int nights) throws IOException, SQLException {
    try (var connection = witness.superuser()) {
      var db = DSL.using(connection, SQLDialect.POSTGRES);
      var days = db.fetchSingle("select min(night), max(night) from pipeline.nights");
      // tables come in any order
      db.execute("set session_replication_role = replica");
      for (var table : db.fetch(TABLES)) {
        db.execute(
            COPY.formatted(
                table.get(0), table.get(1), table.get(2), days.get(0), nights, days.get(1)));
      }
      db.execute("analyze");
    }
  }

  private double seconds(String command) throws Exception {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      seconds.add(
          Seconds.of(
              () -> ChaosShop.require(commands.inAProcess(shop.home(), command).await(), command)));
    }
    return Ratio.median(seconds.stream().mapToDouble(Double::doubleValue));
  }
}
