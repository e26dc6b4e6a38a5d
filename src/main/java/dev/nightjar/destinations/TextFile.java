package dev.nightjar.destinations;

import java.io.IOException;
import java.io.OutputStream;

/** A file of CSV or NDJSON. */
final class TextFile implements RowFile {
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private final OutputStream out;

  TextFile(OutputStream out, Profile profile) throws IOException {
    this.out = out;
    var head = head(profile);
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
  static Utf8Buffer head(Profile profile) {
    var head = new Utf8Buffer();
    if (profile.bom()) {
      head.write(BYTE_ORDER_MARK);
    }
    if (profile.format() == Format.CSV && profile.header()) {
      var names = profile.columns().stream().map(Column::header).toArray(String[]::new);
      ChunkEncoder.csvWriter(profile, head).writeRecord(names);
    }
    for (var line : profile.preamble()) {
      var text = line + profile.lineEnd().characters;
      head.write(text, 0, text.length());
    }
    return head;
  }
}
