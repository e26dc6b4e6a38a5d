package dev.nightjar.bench.chaos;

import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/**
 * What a shop has published and delivered.
 *
 * @param parts the rows of each view, the hash of each file, by their names
 */
public record ShopState(Map<String, String> parts) {

  /** The views but for the audit of deliveries, and their columns but for revisions and moments. */
  private static final String COLUMNS =
      """
      select table_name, string_agg(quote_ident(column_name), ', ' order by ordinal_position)
      from information_schema.columns
      where table_schema = 'published' and table_name <> 'exports' and column_name <> 'revision'
        and data_type not like 'timestamp%'
      group by table_name
      order by table_name
      """;

  private static final String ROWS =
      """
      select coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')
      from (select %s from published.%s) t
      """;

  /** The state of a home and of the places to which it delivers. */
  static ShopState of(DSLContext db, Path home, List<Place> places) throws Exception {
    var parts = new TreeMap<String, String>();
    for (var view : db.fetch(COLUMNS)) {
      var name = view.get(0, String.class);
      var rows = db.fetchSingle(ROWS.formatted(view.get(1, String.class), name));
      parts.put("published." + name, rows.get(0, String.class));
    }
    for (var folder : List.of("extracts", "reports")) {
      files(home.resolve(folder)).forEach((path, hash) -> parts.put(folder + "/" + path, hash));
    }
    for (int i = 0; i < places.size(); i++) {
      var place = "place " + i + "/";
      places.get(i).files().forEach((path, hash) -> parts.put(place + path, hash));
    }
    return new ShopState(parts);
  }

  /** The hash of each file below a folder, by its path. */
  static Map<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), FileDigest.of(file).hash());
      }
    }
    return files;
  }

  /** The names of the parts that another state has otherwise, or only one of the two has. */
  List<String> differences(ShopState other) {
    var names = new TreeSet<>(parts.keySet());
    names.addAll(other.parts.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(parts.get(name), other.parts.get(name)))
        .toList();
  }
}
