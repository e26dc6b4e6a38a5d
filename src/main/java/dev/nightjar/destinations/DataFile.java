package dev.nightjar.destinations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A file that was written.
 *
 * @param name in its folder
 * @param rows members in it
 * @param hash SHA-256 of the file, lower-case hex
 * @param plainHash SHA-256 of what it is before packing and encryption; the same as hash where it
 *     is neither packed nor encrypted
 * @param recipients ids of the keys to which it is encrypted; empty where it is not
 */
public record DataFile(
    String name, long rows, long bytes, String hash, String plainHash, String recipients) {

  /**
   * What a reader needs to read the file: a data resource with a table dialect and a table schema
   * (https://datapackage.org). Names of fields are unique, even if the file's headers are not.
   *
   * @param resource its name
   * @param profile in which it was written
   */
  public Map<String, Object> described(String resource, Profile profile) {
    var described = new LinkedHashMap<String, Object>();
    described.put("name", resource);
    described.put("path", name);
    described.put("format", profile.format().extension());
    described.put("mediatype", profile.format().mediaType());
    if (profile.format().isText()) {
      described.put("encoding", profile.encoding().toString());
    }
    if (profile.compression() != Format.Compression.NONE) {
      described.put("compression", profile.compression().extension);
    }
    if (profile.format() == Format.CSV) {
      described.put("dialect", dialect(profile));
    }
    described.put("schema", Map.of("fields", fields(profile.columns())));
    return described;
  }

  private static Map<String, Object> dialect(Profile profile) {
    var dialect = new LinkedHashMap<String, Object>();
    dialect.put("header", profile.header());
    int head = profile.header() ? 1 : 0;
    if (profile.header()) {
      dialect.put("headerRows", List.of(head));
    }
    if (!profile.preamble().isEmpty()) {
      dialect.put(
          "commentRows",
          IntStream.rangeClosed(1, profile.preamble().size()).map(row -> head + row).toArray());
    }
    dialect.put("delimiter", String.valueOf(profile.delimiter().character));
    dialect.put("lineTerminator", profile.lineEnd().characters);
    dialect.put("quoteChar", "\"");
    dialect.put("doubleQuote", true);
    return dialect;
  }

  private static List<Map<String, String>> fields(List<Column> columns) {
    var names = new HashSet<String>();
    var fields = new ArrayList<Map<String, String>>();
    for (var column : columns) {
      var unique = column.header();
      for (int number = 2; !names.add(unique.toLowerCase(Locale.ROOT)); number++) {
        unique = column.header() + "_" + number;
      }
      var field = new LinkedHashMap<String, String>();
      field.put("name", unique);
      if (!unique.equals(column.header())) {
        field.put("title", column.header());
      }
      field.put("type", column.kind().type());
      fields.add(field);
    }
    return fields;
  }

  /** Whether an encrypted file holds the same for the same readers. */
  boolean hasSameContents(DataFile other) {
    return !recipients.isEmpty()
        && recipients.equals(other.recipients)
        && plainHash.equals(other.plainHash);
  }
}
