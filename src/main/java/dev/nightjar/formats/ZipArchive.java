package dev.nightjar.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip archive. Its own file names are never used for writing. */
final class ZipArchive {
  private static final Pattern LEADS_OUT =
      Pattern.compile("^[/\\\\].*|^[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?", Pattern.DOTALL);
  private static final Pattern SYSTEM_FILE =
      Pattern.compile("(.*/)?(__MACOSX/.*|\\.DS_Store|Thumbs\\.db)");

  private ZipArchive() {}

  /** Whether the archive is an Excel workbook. */
  static boolean isWorkbook(Path file) throws IOException {
    try (var zip = open(new FileBytes(file))) {
      return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
    }
  }

  /**
   * The bytes of the one file in the archive.
   *
   * @throws BadFile if there is not exactly one that can be read
   */
  static InputStream open(SeekableByteChannel bytes, UnpackLimit limit) throws IOException {
    var zip = open(bytes);
    var files = files(zip);
    if (files.size() != 1) {
      throw new BadFile(
          files.isEmpty()
              ? "the zip archive holds no file"
              : "the zip archive holds %d files instead of one".formatted(files.size()),
          null);
    }
    return new FilterInputStream(part(zip, files.get(0), limit)) {
      // also keeps the archive from being finalized, which would close the file
      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }

  static ZipFile open(SeekableByteChannel bytes) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(bytes).get();
  }

  /** The bytes of a part, verified against their length and checksum at the end. */
  static InputStream part(ZipFile zip, ZipArchiveEntry entry, UnpackLimit limit)
      throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new BadFile("the zip archive is encrypted", null);
    }
    if (!zip.canReadEntryData(entry)) {
      throw new BadFile("the zip archive is packed in a way that is not read", null);
    }
    var checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
    return limit.over(
        new FilterInputStream(checked) {
          @Override
          public int read() throws IOException {
            return checkedAtEnd(super.read());
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return checkedAtEnd(super.read(into, from, length));
          }

          private int checkedAtEnd(int read) throws IOException {
            if (read < 0 && checked.getChecksum().getValue() != entry.getCrc()) {
              throw new ZipException("wrong checksum");
            }
            return read;
          }
        });
  }

  private static List<ZipArchiveEntry> files(ZipFile zip) {
    var entries = Collections.list(zip.getEntries());
    if (entries.stream().anyMatch(entry -> LEADS_OUT.matcher(entry.getName()).matches())) {
      throw new BadFile("a name in the zip archive leads out of it", null);
    }
    return entries.stream()
        .filter(entry -> !entry.isDirectory() && !SYSTEM_FILE.matcher(entry.getName()).matches())
        .toList();
  }
}
