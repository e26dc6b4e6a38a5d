package dev.nightjar.formats;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in words: each method gives another one.
 *
 * @param bytes of the file
 */
record AFile(byte[] bytes) {
  /** Nothing declared. */
  static final Layout ANY = layout(null);

  static AFile of(String... lines) {
    return of(StandardCharsets.UTF_8, lines);
  }

  static AFile of(Charset encoding, String... lines) {
    return new AFile((String.join("\n", lines) + "\n").getBytes(encoding));
  }

  static AFile hex(String hex) {
    return new AFile(java.util.HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  static Layout layout(Layout.@Nullable Format format) {
    return Layout.of(format, null, true);
  }

  static Layout encoded(String encoding) {
    return Layout.of(null, Charset.forName(encoding), true);
  }

  static Layout headless(Layout.@Nullable Format format) {
    return Layout.of(format, null, false);
  }

  AFile gzip() {
    return with(
        out -> {
          try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
          }
        });
  }

  AFile zip(String name) {
    return zip(name, this);
  }

  /** An archive with several files, given as names and files in turns. */
  static AFile zip(Object... namesAndFiles) {
    return new AFile(new byte[0])
        .with(
            out -> {
              try (var zip = new ZipOutputStream(out)) {
                for (int i = 0; i < namesAndFiles.length; i += 2) {
                  zip.putNextEntry(new ZipEntry((String) namesAndFiles[i]));
                  zip.write(((AFile) namesAndFiles[i + 1]).bytes);
                  zip.closeEntry();
                }
              }
            });
  }

  /** An archive whose entries say that they are encrypted. */
  AFile encrypted() {
    var changed = bytes.clone();
    for (int i = 0; i < bytes.length - 8; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] < 4 && bytes[i + 3] < 5) {
        changed[i + (bytes[i + 2] == 1 ? 8 : 6)] |= 1;
      }
    }
    return new AFile(changed);
  }

  AFile zstd() {
    return new AFile(Zstd.compress(bytes));
  }

  AFile cut(double share) {
    return new AFile(Arrays.copyOf(bytes, (int) (bytes.length * share)));
  }

  AFile and(AFile other) {
    var both = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
    System.arraycopy(other.bytes, 0, both, bytes.length, other.bytes.length);
    return new AFile(both);
  }

  /** One byte is another. */
  AFile at(int index, int value) {
    var changed = bytes.clone();
    changed[index] = (byte) value;
    return new AFile(changed);
  }

  AFile flipped(int bit) {
    return at(bit / 8, bytes[bit / 8] ^ (1 << bit % 8));
  }

  java.util.stream.Stream<String> lines() {
    return new String(bytes, StandardCharsets.UTF_8).lines();
  }

  Path in(Path folder) {
    try {
      return Files.write(Files.createTempFile(folder, "a", ".file"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many rows are read. */
  long count(Layout layout) throws IOException {
    var file = Files.createTempFile("a", ".file");
    Files.write(file, bytes);
    try (var reader = Formats.open(file, layout, List.of())) {
      long count = 0;
      while (reader.next() != null) {
        count++;
      }
      return count;
    } finally {
      Files.delete(file);
    }
  }

  /** What is read: the layout, the columns, and each row as its line, fault and cells. */
  List<String> read(Layout layout, String... wanted) {
    return read(layout, List.of(wanted));
  }

  private List<String> read(Layout layout, Collection<String> wanted) {
    try {
      var folder = Files.createTempDirectory("a-file");
      try {
        return read(in(folder), layout, wanted);
      } finally {
        try (var files = Files.list(folder)) {
          for (var file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file, Layout layout, Collection<String> wanted)
      throws IOException {
    var texts = new ArrayList<String>();
    try (var reader = Formats.open(file, layout, wanted)) {
      texts.add(reader.layout());
      texts.add(String.join("|", reader.columns()));
      for (Row row; (row = reader.next()) != null; ) {
        texts.add(
            row.line()
                + (row.fault() == null ? "" : " " + row.fault())
                + ": "
                + String.join("|", row.cells()));
      }
    }
    return texts;
  }

  /** Writes into memory. */
  interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  AFile with(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AFile(out.toByteArray());
  }
}
