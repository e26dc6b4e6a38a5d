package dev.nightjar.privacy;

import dev.nightjar.kit.Shop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Where values of a person are found: in any column of any table, in any file of the home. */
record Traces(List<String> values) {
  static Traces of(String... values) {
    return new Traces(List.of(values));
  }

  /** Tables with one of the values. */
  List<String> inTables(Shop shop) {
    var found = new ArrayList<String>();
    var tables =
        shop.rows(
            """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and n.nspname not like 'pg\\_%'
              and n.nspname <> 'information_schema'
            order by 1
            """);
    for (var table : tables) {
      for (var value : values) {
        var rows =
            shop.query(
                db ->
                    db.fetchValue(
                        "select count(*) from "
                            + table
                            + " t where strpos(lower(t::text), lower(?)) > 0",
                        value));
        if (((Number) rows).longValue() > 0) {
          found.add(table);
          break;
        }
      }
    }
    return found;
  }

  /** Files with one of the values, packed ones unpacked. */
  List<String> inFiles(Path folder) {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(this::isIn)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a text has one of the values. */
  boolean isIn(@Nullable String text) {
    return text != null && isInText(text);
  }

  private boolean isInText(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return values.stream().anyMatch(value -> lower.contains(value.toLowerCase(Locale.ROOT)));
  }

  private boolean isIn(Path file) {
    try {
      return file.getFileName().toString().isEmpty() || isIn(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isIn(byte[] bytes) throws IOException {
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      if (isInText(new String(bytes, charset))) {
        return true;
      }
    }
    if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
      return isIn(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
    }
    if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (isIn(zip.readAllBytes())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
