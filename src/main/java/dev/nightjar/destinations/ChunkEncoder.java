package dev.nightjar.destinations;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Makes rows of COPY into rows of a profile. */
final class ChunkEncoder {
  private static final JsonFactory JSON = new JsonFactory();

  private final Profile profile;
  private final CopyText copy;
  private final @Nullable SentRows sent;

  /**
   * @param values what the columns of the COPY hold
   */
  ChunkEncoder(Profile profile, List<MemberField.Value> values) {
    this(profile, new CopyText(values, wanted(profile)), null);
  }

  private ChunkEncoder(Profile profile, CopyText copy, @Nullable SentRows sent) {
    this.profile = profile;
    this.copy = copy;
    this.sent = sent;
  }

  private static Set<MemberField.Value> wanted(Profile profile) {
    var wanted = new HashSet<>(Set.of(MemberField.Value.KEY)); // identifies rows
    wanted.addAll(profile.values());
    return wanted;
  }

  /** An encoder whose chunks also record the rows as they are sent. */
  ChunkEncoder recording(SentRows rows) {
    return new ChunkEncoder(profile, copy, rows);
  }

  private interface RowWriter {
    void write(String[] cells);
  }

  /** The rows, in the same order. */
  Chunk chunk(List<byte[]> copied) {
    var chunk = new Chunk(new Tally(profile.columns().size()));
    var rows = new RowBuilder(profile);
    var writer = writer(chunk);
    var member = new Member();
    for (var each : copied) {
      copy.read(each, member);
      var cells = rows.row(member, chunk.tally());
      if (cells != null) {
        writer.write(cells);
        if (sent != null) {
          sent.write(
              Objects.requireNonNull(member.get(MemberField.CUSTOMER_KEY, null)), cells, chunk);
        }
      }
    }
    return chunk;
  }

  /** Rows that were made before: the columns of the COPY are their cells. */
  Chunk ofMade(List<byte[]> copied) {
    var chunk = new Chunk(new Tally(profile.columns().size()));
    var writer = writer(chunk);
    for (var each : copied) {
      writer.write(CopyText.cells(each, profile.columns().size()));
      chunk.tally().row();
    }
    return chunk;
  }

  private RowWriter writer(Chunk chunk) {
    return switch (profile.format()) {
      case CSV -> csv(chunk);
      case NDJSON -> json(chunk);
      case PARQUET, XLSX -> chunk::add;
    };
  }

  private RowWriter csv(Chunk chunk) {
    var csv = csvWriter(profile, chunk.bytes());
    return cells -> {
      csv.writeRecord(cells);
      chunk.endRow();
    };
  }

  static CsvWriter csvWriter(Profile profile, Utf8Buffer bytes) {
    return CsvWriter.builder()
        .fieldSeparator(profile.delimiter().character)
        .lineDelimiter(LineDelimiter.valueOf(profile.lineEnd().name()))
        .quoteStrategy(
            profile.quotes() == Format.Quotes.EVERYWHERE
                ? QuoteStrategies.ALWAYS
                : QuoteStrategies.REQUIRED)
        .bufferSize(0)
        .build(bytes);
  }

  private RowWriter json(Chunk chunk) {
    var row = new ByteArrayOutputStream();
    return cells -> {
      try (var json = JSON.createGenerator(row)) {
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
          json.writeName(profile.columns().get(i).header());
          writeJson(json, profile.columns().get(i), cells[i]);
        }
        json.writeEndObject();
      }
      row.write('\n');
      chunk.bytes().put(row.toByteArray(), 0, row.size());
      chunk.endRow();
      row.reset();
    };
  }

  private static void writeJson(JsonGenerator json, Column column, String cell) {
    if (cell.isEmpty()) {
      json.writeNull();
    } else if (column.isNumber()) {
      json.writeNumber(cell);
    } else {
      json.writeString(cell);
    }
  }
}
