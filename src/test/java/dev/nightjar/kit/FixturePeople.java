package dev.nightjar.kit;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** E-mail addresses, phone numbers and names of the 40 customers of the destinations' fixture. */
public final class FixturePeople {
  private static final Path FIXTURE =
      Path.of("src/test/resources/dev/nightjar/destinations/customers.csv");
  private static final int FIRST = 1;
  private static final int LAST = 4;
  private static final int LEAST = 5;

  /** Awkward values that are plain words, or the end of any address, tell of nobody elsewhere. */
  private static final Set<String> OF_NOBODY =
      Set.of("Phone", "Example", "Person", "Country", "Contact", "Cloudy", "@example.com");

  private FixturePeople() {}

  /** What tells of one of them wherever it stands. */
  public static Set<String> values() throws IOException {
    var values = new LinkedHashSet<String>();
    try (var csv = CsvReader.builder().ofCsvRecord(FIXTURE)) {
      csv.stream()
          .skip(1)
          .flatMap(row -> row.getFields().subList(FIRST, LAST + 1).stream())
          .map(String::strip)
          .filter(value -> value.length() >= LEAST && !OF_NOBODY.contains(value))
          .forEach(values::add);
    }
    return values;
  }

  /**
   * Where one of their values stands.
   *
   * @param files text files, and folders of such
   * @return names of files, each with how many of the values, never with the values
   */
  public static List<String> in(List<Path> files) throws IOException {
    var values = values().stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    var found = new ArrayList<String>();
    for (var root : files) {
      if (!Files.exists(root)) {
        continue;
      }
      try (var walk = Files.walk(root)) {
        for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
          var text =
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
          long count = values.stream().filter(text::contains).count();
          if (count > 0) {
            found.add("%s: %d".formatted(file, count));
          }
        }
      }
    }
    return found;
  }
}
