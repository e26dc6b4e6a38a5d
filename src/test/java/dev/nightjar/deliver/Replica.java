package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A destination that follows the files of generic-csv. It knows people by key, address and number:
 * whoever has one that is to be removed goes, and a row that is added replaces that of its
 * customer. Recency, which differs each night by itself, is not looked at.
 */
final class Replica {
  private static final String RECENCY = "recency_days";
  private static final int IDENTIFIERS = 3;

  private final Path audience;
  private final String name;
  private final TreeMap<String, String> rows = new TreeMap<>();

  Replica(Shop shop, String destination, String audience) {
    this(shop.folder().resolve("extracts"), destination, audience);
  }

  /**
   * @param extracts the folder to which all extracts go
   */
  Replica(Path extracts, String destination, String audience) {
    this.audience = extracts.resolve(destination).resolve(audience);
    this.name = audience;
  }

  /** Takes the removes, the adds and the changes of a night. */
  void follow(String night) {
    var were = identifiers(rows.values());
    var removed = new ArrayList<>(read(night, "removes"));
    removed.forEach(this::remove);
    read(night, "adds").forEach(row -> add(row, night));
    for (var row : read(night, "changes")) {
      var said = row.substring(0, row.indexOf('|'));
      var cells = row.substring(row.indexOf('|') + 1);
      if (said.equals("remove")) {
        removed.add(cells);
        remove(cells);
      } else {
        assertThat(said).isEqualTo("add");
        add(cells, night);
      }
    }
    assertThat(were).as("is there to remove in " + night).containsAll(identifiers(removed));
    assertThat(identifiers(rows.values()))
        .as("removed in " + night + ", and nobody has it")
        .noneMatch(identifiers(removed)::contains);
  }

  private void remove(String row) {
    var gone = identifiers(List.of(row));
    assertThat(gone).as("what identifies " + row).isNotEmpty();
    rows.values().removeIf(each -> identifiers(List.of(each)).stream().anyMatch(gone::contains));
  }

  private void add(String row, String night) {
    assertThat(rows.put(row.substring(0, row.indexOf('|')), row))
        .as("what is there in %s before %s", night, row)
        .isNotEqualTo(row);
  }

  List<String> rows() {
    return rows.values().stream().sorted().toList();
  }

  /** The keys, addresses and numbers of rows, each with its place. */
  static Set<String> identifiers(Collection<String> rows) {
    return rows.stream()
        .map(row -> row.split("\\|", -1))
        .flatMap(
            cells ->
                IntStream.range(0, IDENTIFIERS)
                    .filter(place -> !cells[place].isEmpty())
                    .mapToObj(place -> place + " " + cells[place]))
        .collect(Collectors.toSet());
  }

  /** Whether a night's extract is whole. */
  boolean isMarked(String night) {
    return Files.exists(audience.resolve(night).resolve(Extract.MARKER));
  }

  /** Rows of a night's files of one kind, cells joined; none where there is no such file. */
  List<String> read(String night, String mode) {
    var rows = new ArrayList<String>();
    var folder = audience.resolve(night);
    var file = folder.resolve("%s__%s__%s.csv".formatted(name, night, mode));
    for (int number = 2; Files.exists(file); number++) {
      rows.addAll(read(file));
      file = folder.resolve("%s__%s__%s-%d.csv".formatted(name, night, mode, number));
    }
    return rows;
  }

  /** Rows of a file, cells joined. */
  static List<String> read(Path file) {
    try (var records = CsvReader.builder().ofNamedCsvRecord(file)) {
      return records.stream()
          .map(
              record ->
                  String.join(
                      "|",
                      record.getHeader().stream()
                          .filter(column -> !column.equals(RECENCY))
                          .map(record::getField)
                          .toList()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks that beside each marker there is all that the manifest tells, and nothing else. */
  static void requireWhole(Path extracts) {
    try (var files = Files.walk(extracts)) {
      files.filter(file -> file.endsWith(Extract.MARKER)).forEach(Replica::requireAllBeside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireAllBeside(Path marker) {
    try {
      var told = new TreeSet<>(List.of(Extract.MARKER, Extract.MANIFEST));
      var manifest = Files.readAllBytes(marker.resolveSibling(Extract.MANIFEST));
      for (var resource : JsonMapper.shared().readTree(manifest).get("resources")) {
        var name = resource.get("path").asString();
        told.add(name);
        var bytes = Files.readAllBytes(marker.resolveSibling(name));
        assertThat(resource.get("hash").asString()).as(name).isEqualTo("sha256:" + sha256(bytes));
        assertThat(resource.get("bytes").asLong()).as(name).isEqualTo(bytes.length);
      }
      var folder = Objects.requireNonNull(marker.getParent().toFile().list());
      var there = Stream.of(folder).filter(each -> !each.startsWith(".part-"));
      assertThat(there).as("files beside a marker").containsExactlyInAnyOrderElementsOf(told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
