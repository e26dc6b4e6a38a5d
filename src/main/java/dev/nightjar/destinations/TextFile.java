package dev.nightjar.destinations;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file of CSV or NDJSON. */
final class TextFile implements RowFile {
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private final OutputStream out;

  TextFile(OutputStream out, Profile profile) throws IOException {
    var charset = profile.encoding().charset;
    this.out = charset.equals(StandardCharsets.UTF_8) ? out : inCharset(charset, out);
    var head = head(profile);
    head.copy(this.out, 0, head.size());
  }

  @Override
  public void write(Chunk chunk, int from, int to) throws IOException {
    chunk.bytes().copy(out, chunk.start(from), chunk.start(to));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Takes UTF-8, whole characters at a time. */
  private static OutputStream inCharset(Charset charset, OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] utf8, int offset, int length) throws IOException {
        out.write(new String(utf8, offset, length, StandardCharsets.UTF_8).getBytes(charset));
      }
    };
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
