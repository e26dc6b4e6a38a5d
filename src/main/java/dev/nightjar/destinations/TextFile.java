package dev.nightjar.destinations;

import java.io.IOException;
import java.io.OutputStream;

/** A file of CSV or NDJSON. */
final class TextFile implements RowFile {
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private final OutputStream out;

  TextFile(OutputStream out, Profile profile, String audience) throws IOException {
    this.out = out;
    var head = head(profile, audience);
    head.copy(out, 0, head.size());
  }

  @Override
  public void write(Chunk chunk, int from, int to) throws IOException {
    chunk.bytes().copy(out, chunk.start(from), chunk.start(to));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** What comes before the rows. */
  static Utf8Buffer head(Profile profile, String audience) {
    var head = new Utf8Buffer();
    if (profile.bom()) {
      head.write(BYTE_ORDER_MARK);
    }
    if (profile.format() == Format.CSV && profile.header()) {
      var names = profile.columns().stream().map(Column::header).toArray(String[]::new);
      ChunkEncoder.csvWriter(head).writeRecord(names);
    }
    for (var line : profile.preamble()) {
      var text = Column.named(line, audience) + "\n";
      head.write(text, 0, text.length());
    }
    return head;
  }
}
