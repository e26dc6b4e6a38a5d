package dev.nightjar.destinations;

import java.util.Locale;

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
