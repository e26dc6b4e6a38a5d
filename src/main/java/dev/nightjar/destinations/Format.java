package dev.nightjar.destinations;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the rows of a file are written. */
public enum Format {
  CSV("csv", "text/csv"),
  NDJSON("ndjson", "application/x-ndjson"),
  PARQUET("parquet", "application/vnd.apache.parquet"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** What stands between the cells of a row. */
  public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    final char character;

    Delimiter(char character) {
      this.character = character;
    }
  }

  /** Which cells have quotes around them. */
  public enum Quotes {
    /** Those that need them: with a delimiter, a quote or the end of a line. */
    WHERE_NEEDED,
    /** All, the header too. */
    EVERYWHERE
  }

  /** How characters are written. */
  public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    ISO_8859_1(StandardCharsets.ISO_8859_1),
    WINDOWS_1252(Charset.forName("windows-1252"));

    final Charset charset;

    Encoding(Charset charset) {
      this.charset = charset;
    }

    /** Finds characters that it lacks; null if it has all. */
    @Nullable CharsetEncoder encoder() {
      return this == UTF_8 ? null : charset.newEncoder();
    }

    /** As in a data package. */
    @Override
    public String toString() {
      return charset.name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a file is packed. */
  public enum Compression {
    NONE(""),
    GZIP("gz"),
    /** An archive of the one file. */
    ZIP("zip");

    final String extension;

    Compression(String extension) {
      this.extension = extension;
    }
  }

  /** What ends a row. */
  public enum LineEnd {
    LF("\n"),
    CRLF("\r\n");

    final String characters;

    LineEnd(String characters) {
      this.characters = characters;
    }
  }

  private final String extension;
  private final String mediaType;

  Format(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The end of its files' names, without the dot. */
  public String extension() {
    return extension;
  }

  /** As in a data package. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether the bytes of a row do not depend on its position. */
  boolean isText() {
    return this == CSV || this == NDJSON;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
