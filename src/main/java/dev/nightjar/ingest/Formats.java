package dev.nightjar.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.GZIPInputStream;

/** Opens landing files. */
final class Formats {
  private static final int BUFFER = 1 << 16;

  private Formats() {}

  static RecordReader open(Path file, Layout layout, Collection<String> wantedColumns)
      throws IOException {
    try {
      InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      if (file.toString().endsWith(".gz")) {
        bytes = new GZIPInputStream(bytes, BUFFER);
      }
      var text =
          new InputStreamReader(
              bytes,
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT));
      var delimiter = layout.delimiter() == null ? ',' : layout.delimiter();
      return new DelimitedReader(text, delimiter, layout.quote(), layout.header(), "csv");
    } catch (IOException e) {
      throw BadFile.of(e, 1);
    }
  }
}
