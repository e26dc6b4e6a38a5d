package dev.nightjar.transport.api;

import dev.nightjar.transport.FileDigest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a kind in an extract, in files of one JSON object a line, as batches in their order.
 * The same files give the same batches.
 */
public final class RowsFile implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Batch.Origin origin;
  private final Limits limits;
  private final Set<String> emptied;
  private final List<Path> files;
  private @Nullable BufferedReader open;
  private @Nullable ObjectNode ahead;
  private int number;

  /** How large a batch can be. */
  public record Limits(int rows, long bytes) {}

  /**
   * @param files in the order of their rows
   * @param emptied names whose empty cells empty what the tool knows
   */
  public RowsFile(Batch.Origin origin, Limits limits, Set<String> emptied, List<Path> files) {
    this.origin = origin;
    this.limits = limits;
    this.emptied = emptied;
    this.files = new ArrayList<>(files);
  }

  /** The next batch; null at the end. A row beyond the limit by itself is a batch of its own. */
  public @Nullable Batch next() throws IOException {
    var rows = new ArrayList<ObjectNode>();
    long bytes = 0;
    for (var row = read(); row != null; row = read()) {
      long size = row.toString().getBytes(StandardCharsets.UTF_8).length + 1L;
      if (!rows.isEmpty() && (rows.size() == limits.rows || bytes + size > limits.bytes)) {
        ahead = row;
        break;
      }
      rows.add(row);
      bytes += size;
    }
    if (rows.isEmpty()) {
      return null;
    }
    number++;
    var json = FileDigest.of(Batch.json(rows));
    return new Batch(origin, number, rows, json.bytes(), json.hash());
  }

  private @Nullable ObjectNode read() throws IOException {
    if (ahead != null) {
      var row = ahead;
      ahead = null;
      return row;
    }
    while (open != null || !files.isEmpty()) {
      open = open == null ? Files.newBufferedReader(files.remove(0)) : open;
      var line = open.readLine();
      if (line != null) {
        return row(line);
      }
      open.close();
      open = null;
    }
    return null;
  }

  private ObjectNode row(String line) {
    var row = (ObjectNode) JSON.readTree(line);
    for (var name : List.copyOf(row.propertyNames())) {
      if (row.get(name).isNull() && !emptied.contains(name)) {
        row.remove(name);
      }
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
