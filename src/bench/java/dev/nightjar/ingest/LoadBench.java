package dev.nightjar.ingest;

import dev.nightjar.bench.Heap;
import dev.nightjar.bench.Ratio;
import dev.nightjar.bench.Seconds;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Measures the ingest stage, from the inbox to the table, against {@code psql \copy} of the same
 * file into a typed table of the file's columns, without key or check, on the same server.
 */
public final class LoadBench {
  /** The source of the bench's files. */
  public static final List<String> SETTINGS = settings();

  private static final Night NIGHT = new Night(LocalDate.parse("2026-01-01"), 0);
  private static final double TARGET = 1.0;

  private final Path home;
  private final DSLContext db;
  private final Stage ingest;
  private final String psqlUrl;

  /**
   * @param home of the bench, with an inbox
   * @param db in which the bench can empty the tables of the ingest stage
   * @param psqlUrl of the same database
   */
  public LoadBench(Path home, DSLContext db, Stage ingest, String psqlUrl) {
    this.home = home;
    this.db = db;
    this.ingest = ingest;
    this.psqlUrl = psqlUrl;
  }

  /** The source of the benches' files, and further settings. */
  public static List<String> settings(String... further) {
    var source =
        List.of(
            "ingest.sources.bench-lines.feed=order-lines",
            "ingest.sources.bench-lines.files=bench-lines-*.csv",
            "ingest.sources.bench-lines.columns.order=InvoiceNo",
            "ingest.sources.bench-lines.columns.product=StockCode",
            "ingest.sources.bench-lines.columns.quantity=Quantity",
            "ingest.sources.bench-lines.columns.ordered-at=InvoiceDate",
            "ingest.sources.bench-lines.columns.unit-price=UnitPrice",
            "ingest.sources.bench-lines.columns.customer=CustomerID",
            "ingest.sources.bench-lines.columns.country=Country");
    return Stream.concat(source.stream(), Stream.of(further)).toList();
  }

  /**
   * One file, loaded once by each.
   *
   * @param lines of the file
   * @param bytes of the file
   * @param copySeconds of psql
   * @param loadSeconds of the ingest stage: landing, hashing, checking, loading
   * @param peakHeapBytes of the ingest stage's process
   */
  public record Round(
      long lines, long bytes, double copySeconds, double loadSeconds, long peakHeapBytes) {
    /** Lines per second of the stage divided by lines per second of psql. */
    public double ratio() {
      return copySeconds / loadSeconds;
    }
  }

  /**
   * Measures one file size a number of times.
   *
   * @param lines of the file
   */
  public List<Round> run(long lines, int rounds) throws IOException, InterruptedException {
    var inbox = Files.createDirectories(home.resolve("inbox"));
    var file = home.resolve("bench-lines-" + lines + ".csv");
    OrderFile.write(file, lines);
    var measured = new ArrayList<Round>();
    for (int i = 0; i < rounds; i++) {
      double copy = copy(file);
      var delivered = Files.createLink(inbox.resolve(file.getFileName()), file);
      Files.setLastModifiedTime(delivered, FileTime.from(Instant.EPOCH));
      Heap.resetPeak();
      double load = Seconds.of(() -> ingest.run(NIGHT));
      long heap = Heap.peak();
      requireLoaded(lines);
      db.execute("truncate ingest.order_lines, ingest.files cascade");
      measured.add(new Round(lines, Files.size(file), copy, load, heap));
    }
    Files.delete(file);
    return measured;
  }

  /** The target's line: the median of the rounds' ratios. */
  public static Ratio ratio(List<Round> rounds) {
    double median = Ratio.median(rounds.stream().mapToDouble(Round::ratio));
    return new Ratio("load", median, ">= " + TARGET);
  }

  private double copy(Path file) throws IOException, InterruptedException {
    db.execute("drop table if exists public.bench_copy");
    db.execute(
        """
        create table public.bench_copy (
          invoice_no text, stock_code text, description text, quantity numeric,
          invoice_date timestamp, unit_price numeric, customer_id text, country text)
        """);
    var command =
        new ProcessBuilder(
            "psql",
            "-X",
            "-q",
            psqlUrl,
            "-v",
            "ON_ERROR_STOP=1",
            "-c",
            "\\copy public.bench_copy from '%s' (format csv, header)".formatted(file));
    var log = home.resolve("psql.log").toFile();
    command.redirectErrorStream(true).redirectOutput(Redirect.to(log));
    double taken = Seconds.of(() -> requireDone(command, log.toPath()));
    db.execute("drop table public.bench_copy");
    return taken;
  }

  private static void requireDone(ProcessBuilder command, Path log)
      throws IOException, InterruptedException {
    if (command.start().waitFor() != 0) {
      throw new IllegalStateException("psql failed: " + Files.readString(log));
    }
  }

  private void requireLoaded(long lines) {
    long loaded = db.fetchOne("select count(*) from ingest.order_lines").get(0, Long.class);
    if (loaded != lines) {
      throw new IllegalStateException("%d of %d lines were loaded".formatted(loaded, lines));
    }
  }
}
