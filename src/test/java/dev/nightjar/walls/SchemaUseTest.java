package dev.nightjar.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Data is a line: a schema is written by the room of its name, and read by the stages after it. */
class SchemaUseTest {
  private static final SchemaUse USE = new SchemaUse(Path.of("src/main/java/dev/nightjar"));

  private static final Map<String, Set<String>> KNOWN =
      table(
          """
      ingest     | ingest
      orders     | ingest orders privacy
      rfm        | orders rfm
      clustering | orders rfm clustering segments
      forecast   | orders rfm forecast
      segments   | orders rfm segments
      audiences  | ingest orders rfm clustering forecast segments audiences publish
      publish    | clustering segments publish
      deliver    | orders rfm clustering segments audiences deliver
      cli        | published
      console    | console
      database   | orders
      identity   | ingest privacy
      operations | ingest orders clustering segments audiences publish deliver operations
      oracles    | ingest rfm segments
      pipeline   | pipeline
      privacy    | ingest orders rfm audiences deliver privacy
      views      | ingest orders rfm clustering forecast segments audiences publish deliver operations published
      """);

  /**
   * A room writes the schema of its name, with three exceptions: oracles fill the source of an
   * oracle's rows; identity takes erased people out of files that just came; privacy erases (and
   * finds the columns of the other schemas by their comments).
   */
  private static final Map<String, Set<String>> WRITTEN =
      table(
          """
      ingest     | ingest
      orders     | orders
      rfm        | rfm
      clustering | clustering
      forecast   | forecast
      segments   | segments
      audiences  | audiences
      publish    | publish
      console    | console
      deliver    | deliver
      identity   | ingest
      operations | operations
      oracles    | ingest
      pipeline   | pipeline
      privacy    | ingest orders rfm privacy
      """);

  /** What a stage reads although no stage before it writes it, and why. */
  private static final Map<String, String> AGAINST_THE_LINE =
      Map.of(
          "orders privacy", "a customer who was erased does not come back with an old file",
          "clustering segments", "a cluster's population can be a segment of an earlier night",
          "audiences publish", "changes of an audience count from the last published night");

  @Test
  void roomsKnowTheSchemasOfTheTableAndNoOthers() throws IOException {
    assertThat(USE.known())
        .as("because a schema that any room reads can never be changed")
        .isEqualTo(KNOWN);
  }

  @Test
  void roomsWriteTheirOwnSchema() throws IOException {
    assertThat(USE.written())
        .as("because rows that two rooms write belong to neither")
        .isEqualTo(WRITTEN);
  }

  @ParameterizedTest
  @FieldSource("dev.nightjar.walls.Walls#STAGES")
  void stagesReadTheStagesBeforeThem(String stage) {
    var before = Walls.STAGES.subList(0, Walls.STAGES.indexOf(stage) + 1);
    var others = new TreeSet<>(KNOWN.get(stage));
    before.forEach(others::remove);
    assertThat(others).allMatch(schema -> AGAINST_THE_LINE.containsKey(stage + " " + schema));
  }

  @Test
  void aRoomThatKnowsOrWritesAnothersSchemaIsNamed(@TempDir Path sources) throws IOException {
    write(
        sources,
        "rfm/Scores.java",
        "import static dev.nightjar.db.orders.Tables.ORDERS;",
        "db.select().from(ORDERS)");
    write(
        sources,
        "publish/Swap.java",
        "import static dev.nightjar.db.rfm.Tables.SCORES;",
        "db.deleteFrom(SCORES)");
    write(
        sources,
        "cli/Status.java",
        "db.fetch(\"select night from pipeline.nights\")",
        "db.insertInto(dev.nightjar.db.segments.Tables.MOVES)");
    write(sources, "deliver/Sent.java", "db.execute(\"update audiences.members set sent = true\")");
    var use = new SchemaUse(sources);
    assertThat(use.known())
        .isEqualTo(
            table(
                """
            cli     | pipeline segments
            deliver | audiences
            publish | rfm
            rfm     | orders
            """));
    assertThat(use.written())
        .isEqualTo(
            table(
                """
            cli     | segments
            deliver | audiences
            publish | rfm
            """));
  }

  private static void write(Path sources, String name, String... lines) throws IOException {
    var file = sources.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  /** Rooms, each with its schemas. */
  private static Map<String, Set<String>> table(String text) {
    var rooms = new TreeMap<String, Set<String>>();
    text.lines()
        .map(line -> line.split(" *\\| *"))
        .forEach(cells -> rooms.put(cells[0], new TreeSet<>(Arrays.asList(cells[1].split(" ")))));
    return rooms;
  }
}
