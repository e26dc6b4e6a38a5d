package dev.nightjar.deliver;

import dev.nightjar.bench.Heap;
import dev.nightjar.bench.Ratio;
import dev.nightjar.bench.Seconds;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.MemberField;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;

/**
 * Measures writing extracts, as the deliver stage does, compared with {@code COPY (…) TO STDOUT} of
 * the same statement into a file.
 *
 * <p>The customers are made up, and their contact values are such as shops have: e-mails in mixed
 * case, a tenth of them at Gmail; of the phones, half in E.164 and half as they are dialled at
 * home, in eight countries; names with accents.
 */
public final class ExtractsBench {
  /** The destinations that are measured. */
  public static final List<String> DESTINATIONS =
      List.of("google-customer-match", "braze", "generic-parquet");

  static final List<MemberField> FIELDS =
      List.of(
          MemberField.CUSTOMER_KEY,
          MemberField.EMAIL,
          MemberField.PHONE,
          MemberField.FIRST_NAME,
          MemberField.LAST_NAME,
          MemberField.COUNTRY,
          MemberField.ZIP,
          MemberField.SEGMENT,
          MemberField.RECENCY_DAYS,
          MemberField.ORDERS_COUNT,
          MemberField.NET_VALUE);
  static final List<MemberField.Value> VALUES = FIELDS.stream().map(MemberField.Value::of).toList();
  private static final String ROWS =
      "select * from public.bench_members order by customer_key collate \"C\"";
  private static final double BRAZE_TARGET = 1.5;
  private static final double GOOGLE_TARGET = 3;

  private final Path folder;
  private final DSLContext db;
  private final Destinations destinations;

  /**
   * @param folder in which files can be made
   * @param db in which the bench can make a table
   */
  public ExtractsBench(Path folder, DSLContext db, Destinations destinations) {
    this.folder = folder;
    this.db = db;
    this.destinations = destinations;
  }

  /**
   * One destination's extract, and the same rows copied right before.
   *
   * @param bytes of the extract
   */
  public record Round(
      String destination,
      long customers,
      long bytes,
      double copySeconds,
      double extractSeconds,
      long peakHeapBytes) {
    /** Time of the extract by that of the copy. */
    public double ratio() {
      return extractSeconds / copySeconds;
    }
  }

  /** Measures each destination a number of times, after one round that is not counted. */
  public List<Round> run(long customers, int rounds) throws IOException, InterruptedException {
    fill(customers);
    Files.createDirectories(folder);
    var measured = new ArrayList<Round>();
    for (int i = 0; i <= rounds; i++) {
      for (var destination : DESTINATIONS) {
        var round = round(destination, customers);
        if (i > 0) {
          measured.add(round);
        }
      }
    }
    db.execute("drop table public.bench_members");
    return measured;
  }

  /** The target's lines: the medians of the rounds' ratios. */
  public static List<Ratio> ratios(List<Round> rounds) {
    return List.of(
        ratio(rounds, "braze", BRAZE_TARGET),
        ratio(rounds, "google-customer-match", GOOGLE_TARGET));
  }

  private static Ratio ratio(List<Round> rounds, String destination, double target) {
    var those = rounds.stream().filter(round -> round.destination().equals(destination));
    return new Ratio(destination, Ratio.median(those.mapToDouble(Round::ratio)), "<= " + target);
  }

  private Round round(String destination, long customers) throws IOException, InterruptedException {
    double copy = Seconds.of(this::copy);
    var profile = destinations.profile(destination).orElseThrow();
    var extraction = destinations.extraction(profile, folder, "bench-" + destination, "bench");
    Heap.resetPeak();
    var bytes = new long[1];
    double extract =
        Seconds.of(
            () ->
                bytes[0] =
                    db.connectionResult(
                        connection -> {
                          var made =
                              extraction.copy(connection, ROWS, VALUES, name -> Optional.empty());
                          requireAll(destination, customers, made.tally().rows());
                          for (var file : made.files()) {
                            Files.delete(folder.resolve(file.name()));
                          }
                          return made.bytes();
                        }));
    return new Round(destination, customers, bytes[0], copy, extract, Heap.peak());
  }

  private static void requireAll(String destination, long customers, long rows) {
    if (rows != customers) {
      throw new IllegalStateException(
          "%s got %d of %d customers".formatted(destination, rows, customers));
    }
  }

  private void copy() throws IOException {
    var file = folder.resolve("bench-copy");
    db.connection(
        connection -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (%s) to stdout".formatted(ROWS), out);
          } catch (SQLException e) {
            throw new DataAccessException("cannot copy", e);
          }
        });
    Files.delete(file);
  }

  void fill(long customers) {
    db.execute("drop table if exists public.bench_members");
    db.execute(
        """
        create table public.bench_members as
        select 'C' || lpad(i::text, 8, '0') as customer_key,
          (array['Zoe', 'oliver', 'AMELIA', 'Jack'])[1 + i %% 4] || '.' || md5(i::text)::char(8) ||
            case when i %% 10 = 0 then '+shop@gmail.com' else '@Example' || i %% 50 || '.com' end
            as email,
          (array['+447700', '07700 ', '+4930', '030/', '+331', '01.', '+12122', '(212) 2', '+3932',
            '32', '+346', '6', '+467', '07', '+316', '06-'])[1 + i %% 16] ||
            lpad((i %% 1000000)::text, (array[6, 6, 8, 8, 8, 8, 6, 6, 8, 8, 8, 8, 8, 8, 8, 8])[1 + i %% 16],
            '1') as phone,
          (array['Zoë', 'Oliver', 'Amelia', 'Jack', 'José', 'Anna', 'Jörg'])[1 + i %% 7]
            as first_name,
          (array['Brontë', 'Smith', 'O''Connor', 'Müller', 'García Márquez'])[1 + i %% 5]
            as last_name,
          (array['GB', 'DE', 'FR', 'US', 'IT', 'ES', 'SE', 'NL'])[1 + i %% 16 / 2] as country,
          lpad((i %% 100000)::text, 5, '0') as zip,
          (array['Champions', 'Loyal', 'At Risk', 'Lost'])[1 + i %% 4] as segment,
          i %% 700 as recency_days, 1 + i %% 30 as orders_count,
          round((i %% 100000)::numeric / 7, 2) as net_value
        from generate_series(1, %d) i
        """
            .formatted(customers));
    db.execute("create unique index on public.bench_members (customer_key collate \"C\")");
    db.execute("vacuum analyze public.bench_members");
  }
}
