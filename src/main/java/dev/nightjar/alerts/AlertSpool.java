package dev.nightjar.alerts;

import dev.nightjar.home.Durable;
import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was said and what is still to be said, in a file: alerts must work when the database does
 * not.
 *
 * @param open problems that are not over, each with when it was said last
 * @param pending alerts that a channel did not take
 */
record AlertSpool(List<Open> open, List<Pending> pending) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int MOST = 100;

  /**
   * A problem that is not over.
   *
   * @param night null if it is about no single night
   * @param said when it was said last
   */
  record Open(
      String identity,
      Alert.Kind kind,
      @Nullable LocalDate night,
      boolean isOfStage,
      Instant said) {
    static Open of(Alert alert, Instant now) {
      return new Open(alert.identity(), alert.kind(), alert.night(), alert.stage() != null, now);
    }

    /**
     * Whether it is over once a night has finished: of another night, only what stopped no stage.
     */
    boolean isOverWith(LocalDate finished) {
      boolean isWarning = kind == Alert.Kind.WARNING || kind == Alert.Kind.APPROVAL;
      return finished.equals(night) || !isOfStage && !isWarning;
    }
  }

  /** An alert that a channel did not take. */
  record Pending(String channel, Alert alert, Instant since) {}

  static AlertSpool empty() {
    return new AlertSpool(new ArrayList<>(), new ArrayList<>());
  }

  /** Reads the file; a damaged one is begun again, since it only keeps alerts from repeating. */
  static AlertSpool read(Path file) {
    try {
      return Files.exists(file) ? JSON.readValue(file.toFile(), AlertSpool.class) : empty();
    } catch (JacksonException damaged) {
      return empty();
    }
  }

  /** Writes the file at once, without what is too old to be of use. */
  void write(Path file, Instant now) {
    open.removeIf(each -> each.said().isBefore(now.minus(KEPT)));
    pending.removeIf(each -> each.since().isBefore(now.minus(KEPT)));
    if (pending.size() > MOST) {
      pending.subList(0, pending.size() - MOST).clear();
    }
    try {
      PrivateFiles.makeFolders(file.getParent());
      var part = file.resolveSibling(file.getFileName() + ".part");
      PrivateFiles.write(part, JSON.writeValueAsBytes(this));
      Durable.rename(part, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
