package dev.nightjar.destinations;

import java.util.Locale;

/** How the rows of a file are written. */
public enum Format {
  CSV("csv", "text/csv"),
  NDJSON("ndjson", "application/x-ndjson"),
  PARQUET("parquet", "application/vnd.apache.parquet"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

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
