package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are read in a process of its own, so that the memory it needs is known. */
@Tag("slow")
class DamagedFilesTest {
  private static final String HEAP = "-Xmx256m";
  private static final Duration MOST_OF_ALL = Duration.ofMinutes(5);
  private static final long MOST_MILLIS_OF_A_FILE = 60_000;

  /** Some that must end as they do; of the others it is enough that they end with a reason. */
  private static final Map<String, String> VERDICTS =
      Map.ofEntries(
          Map.entry("empty.csv", "the file is empty (line null)"),
          Map.entry("one-damaged-byte.csv", "the text is not UTF-8"),
          Map.entry("noise.csv", "the file is not text"),
          Map.entry("nothing-but-nul.csv", "the file is not text"),
          Map.entry("quote-never-closed.csv", "the text is not CSV: a quote is not closed"),
          Map.entry("endless-field.csv", "the text is not CSV: a quote is not closed, or a field"),
          Map.entry("endless-line.jsonl", "a line is longer than 16,777,216 characters (line 2)"),
          Map.entry("never-an-object.jsonl", "no line is a JSON object"),
          Map.entry("bomb.csv.gz", "the file unpacks to more than 200 times its size"),
          Map.entry("bomb.csv.zip", "the file unpacks to more than 200 times its size"),
          Map.entry("bomb.csv.zst", "the file unpacks to more than 200 times its size"),
          Map.entry("bomb.parquet", "a page of the Parquet file is over 64 MB"),
          Map.entry("text-bomb.xlsx", "the file unpacks to more than 200 times its size"),
          Map.entry("sheet-bomb.xlsx", "the file unpacks to more than 200 times its size"),
          Map.entry("laughing-sheet1.xml.xlsx", "the workbook declares entities"),
          Map.entry("laughing-sharedStrings.xml.xlsx", "the workbook declares entities"),
          Map.entry("endless-list.parquet", "the Parquet file is damaged"),
          Map.entry("two-files.zip", "the zip archive holds 2 files instead of one"),
          Map.entry("encrypted.zip", "the zip archive is encrypted"),
          Map.entry("nested.zip", "the file is packed twice"),
          Map.entry("garbage-behind.csv.gz", "the compressed file is damaged"));

  @Test
  void everyDamagedFileIsReadOrRefusedWithAReasonInASmallHeap(@TempDir Path folder)
      throws Exception {
    var files = DamagedFiles.of(1);
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().bytes());
    }
    assertThat(files).hasSizeGreaterThan(200);
    var outcomes = readInAnotherProcess(folder);
    assertThat(outcomes.keySet()).containsExactlyInAnyOrderElementsOf(files.keySet());
    assertThat(outcomes.values())
        .allSatisfy(
            file -> {
              assertThat(file.reason)
                  .doesNotContain(DamagedFiles.CUSTOMER)
                  .doesNotContain("Exception");
              assertThat(file.millis).isLessThan(MOST_MILLIS_OF_A_FILE);
            });
    assertThat(outcomes.values()).filteredOn(Outcome::isEmpty).hasSizeLessThan(20);
    VERDICTS.forEach(
        (name, reason) -> assertThat(outcomes.get(name).reason).as(name).startsWith(reason));
  }

  private record Outcome(String name, long millis, long rows, long faults, String reason) {
    /** A header and nothing below it. */
    boolean isEmpty() {
      return rows == 0 && reason.isEmpty();
    }
  }

  private static Map<String, Outcome> readInAnotherProcess(Path folder) throws Exception {
    var out = Files.createTempFile("damaged", ".tsv");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                DamagedFiles.class.getName(),
                folder.toString())
            // newer JDKs warn there of native code
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(out.toFile())
            .start();
    boolean hasEnded = process.waitFor(MOST_OF_ALL.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    var lines = Files.readAllLines(out);
    Files.delete(out);
    assertThat(hasEnded)
        .as("ends: " + (lines.isEmpty() ? "" : lines.get(lines.size() - 1)))
        .isTrue();
    assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
    var outcomes = new TreeMap<String, Outcome>();
    for (var line : lines) {
      var cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(5);
      outcomes.put(
          cells[0],
          new Outcome(
              cells[0],
              Long.parseLong(cells[1]),
              Long.parseLong(cells[2]),
              Long.parseLong(cells[3]),
              cells[4]));
    }
    return outcomes;
  }
}
