package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.FILES;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.select;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * The files of the landing folder. A loaded file is never read again, so one with an erased person
 * is removed whole.
 */
final class LandingFiles {
  private static final int SAMPLE = 1 << 16;

  private final Path folder;

  LandingFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Withholds quarantined files: what is in them is not in the tables, so each is searched, or
   * removed if the search is not reliable.
   */
  void withholdQuarantined(DSLContext tx, People people) throws IOException {
    var quarantined =
        tx.selectFrom(FILES)
            .where(FILES.VERDICT.eq("quarantined"), condition(FILES.IS_WITHHELD).not())
            .fetch();
    var mentions = people.mentions();
    for (var file : quarantined) {
      var path = folder.resolve(file.getLandingPath());
      if (Files.exists(path) && mayHold(path, mentions)) {
        tx.update(FILES)
            .set(FILES.IS_WITHHELD, true)
            .where(FILES.FILE_ID.eq(file.getFileId()))
            .execute();
      }
    }
  }

  /**
   * Removes the withheld files, and those that no row knows: a night that was killed left them, and
   * fetches them again.
   *
   * @return how many there were
   */
  long remove(DSLContext db) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    var waiting = FILES.as("waiting");
    Set<String> kept =
        db.select(FILES.LANDING_PATH)
            .from(FILES)
            .where(condition(FILES.IS_WITHHELD).not())
            .or(
                FILES.LANDING_PATH.in(
                    select(waiting.LANDING_PATH).from(waiting).where(waiting.VERDICT.eq("landed"))))
            .fetchSet(FILES.LANDING_PATH);
    long removed = 0;
    for (var file : files()) {
      var path = folder.relativize(file).toString();
      if (!kept.contains(path)) {
        Files.delete(file);
        removed++;
      }
    }
    return removed;
  }

  private List<Path> files() throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }

  private static boolean mayHold(Path file, Mentions mentions) throws IOException {
    if (!isPlainText(file)) {
      return true;
    }
    // a letter beyond ASCII appears in one or the other
    return holds(file, StandardCharsets.UTF_8, mentions)
        || holds(file, Charset.forName("windows-1252"), mentions);
  }

  /** Text has no NUL, which packed and binary files and wide letters do. */
  private static boolean isPlainText(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      var head = bytes.readNBytes(SAMPLE);
      for (byte each : head) {
        if (each == 0) {
          return false;
        }
      }
      return head.length < 2 || (head[0] & 0xff) != 0x1f || (head[1] & 0xff) != 0x8b;
    }
  }

  private static boolean holds(Path file, Charset charset, Mentions mentions) throws IOException {
    // this reader replaces what it cannot decode instead of failing
    try (var lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
      return lines.lines().anyMatch(mentions::areIn);
    }
  }
}
