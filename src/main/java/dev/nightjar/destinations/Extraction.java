package dev.nightjar.destinations;

import dev.nightjar.destinations.pgp.Encryption;
import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Writes what a statement selects into files of a destination.
 *
 * <p>One thread reads the rows as COPY sends them and writes the files; one more for each processor
 * makes the rows in between, a thousand at a time, whose order is kept; if the rows are recorded,
 * one more sends them. Only a few such chunks are in memory at once.
 */
public final class Extraction {
  private static final int ROWS_OF_A_CHUNK = 1024;
  private static final int MOST_BYTES_OF_A_CHUNK = 8 << 20;

  private final Profile profile;
  private final @Nullable Encryption encryption;
  private final Path folder;
  private final String name;
  private final String audience;
  private final List<DataFile> files = new ArrayList<>();
  private final Tally tally;

  /**
   * @param encryption null where the profile has no recipients
   * @param folder in which the files are made
   * @param name of the first file, without what the format adds; a second one gets {@code -2}
   */
  Extraction(
      Profile profile, @Nullable Encryption encryption, Path folder, String name, String audience) {
    this.profile = profile.of(audience, Map.of());
    this.encryption = encryption;
    this.folder = folder;
    this.name = name;
    this.audience = audience;
    this.tally = new Tally(profile.columns().size());
  }

  /**
   * Writes the rows of a statement in their order. Can be done once.
   *
   * @param sql a query, without parameters
   * @param values what its columns hold
   * @param previous the file of a name, as it was recorded when it was made; an encrypted file with
   *     the same content is kept
   * @throws IOException where the folder cannot be written
   * @throws SQLException where the query fails
   */
  public WrittenFiles copy(
      Connection connection,
      String sql,
      List<MemberField.Value> values,
      Function<String, Optional<DataFile>> previous)
      throws IOException, SQLException, InterruptedException {
    return write(connection, sql, new ChunkEncoder(profile, values)::chunk, null, previous);
  }

  /**
   * The same, and sends each row as a line of COPY's text format too: the customer's key, the
   * fingerprint of the row, and its cells as an array.
   *
   * @param values with the customer's key among them
   * @param sent where the lines go; stays open
   */
  public WrittenFiles copyAndRecord(
      Connection connection,
      String sql,
      List<MemberField.Value> values,
      Function<String, Optional<DataFile>> previous,
      OutputStream sent)
      throws IOException, SQLException, InterruptedException {
    try (var feed = new SentRowsFeed(sent)) {
      return write(connection, sql, recording(values), feed, previous);
    }
  }

  /** Sends the rows of a statement as {@link #copyAndRecord} does, and writes no file. */
  public Tally stream(
      Connection connection, String sql, List<MemberField.Value> values, OutputStream sent)
      throws IOException, SQLException, InterruptedException {
    try (var feed = new SentRowsFeed(sent)) {
      eachChunk(
          connection,
          sql,
          recording(values),
          chunk -> {
            tally.add(chunk.tally());
            feed.send(chunk);
          });
      feed.await();
    }
    return tally;
  }

  /**
   * Writes rows that were made before, as they were recorded.
   *
   * @param sql a query for the cells in the order of the profile's columns
   */
  public WrittenFiles copyMade(
      Connection connection, String sql, Function<String, Optional<DataFile>> previous)
      throws IOException, SQLException, InterruptedException {
    return write(connection, sql, new ChunkEncoder(profile, List.of())::ofMade, null, previous);
  }

  /** What is done with chunks, one after the other. */
  private interface Sink {
    void accept(Chunk chunk) throws IOException, InterruptedException;
  }

  private Function<List<byte[]>, Chunk> recording(List<MemberField.Value> values) {
    return new ChunkEncoder(profile, values).recording(new SentRows(profile))::chunk;
  }

  private WrittenFiles write(
      Connection connection,
      String sql,
      Function<List<byte[]>, Chunk> maker,
      @Nullable SentRowsFeed feed,
      Function<String, Optional<DataFile>> previous)
      throws IOException, SQLException, InterruptedException {
    var current = new PartFile[] {open()};
    try {
      eachChunk(
          connection,
          sql,
          maker,
          chunk -> {
            current[0] = write(chunk, current[0], previous);
            if (feed != null) {
              feed.send(chunk);
            }
          });
      if (feed != null) {
        feed.await();
      }
      files.add(current[0].finish(previous.apply(nextName())));
    } finally {
      current[0].close();
    }
    return new WrittenFiles(files, tally);
  }

  private static void eachChunk(
      Connection connection, String sql, Function<List<byte[]>, Chunk> maker, Sink sink)
      throws IOException, SQLException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    var workers = Executors.newFixedThreadPool(threads);
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (%s) to stdout".formatted(sql));
    try {
      eachChunk(copy, workers, 2 * threads, maker, sink);
    } finally {
      workers.shutdownNow();
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void eachChunk(
      CopyOut copy,
      ExecutorService workers,
      int ahead,
      Function<List<byte[]>, Chunk> maker,
      Sink sink)
      throws IOException, SQLException, InterruptedException {
    var pending = new ArrayDeque<Future<Chunk>>();
    for (var rows = read(copy); !rows.isEmpty(); rows = read(copy)) {
      var copied = rows;
      pending.add(workers.submit(() -> maker.apply(copied)));
      if (pending.size() > ahead) {
        sink.accept(result(pending.remove()));
      }
    }
    while (!pending.isEmpty()) {
      sink.accept(result(pending.remove()));
    }
  }

  /** The next rows, each as it came; none at the end. */
  private static List<byte[]> read(CopyOut copy) throws SQLException {
    var rows = new ArrayList<byte[]>(ROWS_OF_A_CHUNK);
    long bytes = 0;
    while (copy.isActive() && rows.size() < ROWS_OF_A_CHUNK && bytes < MOST_BYTES_OF_A_CHUNK) {
      var row = copy.readFromCopy(); // PostgreSQL manual, COPY Operations: always one row
      if (row == null) {
        break;
      }
      rows.add(row);
      bytes += row.length;
    }
    return rows;
  }

  private PartFile write(Chunk chunk, PartFile file, Function<String, Optional<DataFile>> previous)
      throws IOException {
    var into = file;
    tally.add(chunk.tally());
    int from = 0;
    while (from < chunk.size()) {
      int rows = into.room(chunk, from, profile);
      if (rows == 0 && into.isEmpty()) {
        rows = 1; // a row beyond the limit by itself does not fit into another file either
      }
      if (rows == 0) {
        files.add(into.finish(previous.apply(nextName())));
        into = open();
      } else {
        into.write(chunk, from, from + rows, profile.format().isText());
        from += rows;
      }
    }
    return into;
  }

  private PartFile open() throws IOException {
    PrivateFiles.makeFolders(folder);
    long head = profile.format().isText() ? TextFile.head(profile).size() : 0;
    return new PartFile(
        profile, encryption, folder, nextStem(), new PartFile.Names(audience, head));
  }

  private String nextStem() {
    return files.isEmpty() ? name : name + "-" + (files.size() + 1);
  }

  private String nextName() {
    return nextStem() + profile.extension();
  }

  private static Chunk result(Future<Chunk> chunk) throws InterruptedException {
    try {
      return chunk.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("rows could not be made", e.getCause());
    }
  }
}
