package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Previews a file before a night reads it; writes nothing and needs no database. */
public interface FilePreviews {

  /**
   * A first description of the file's source, from its first lines.
   *
   * @return YAML for a file in {@code config/}; unrecognised fields have a question mark and a
   *     comment
   * @throws Failure {@link FailureCode#FILE_UNREADABLE}
   */
  String guess(Path file);

  /**
   * Parses a file as a night would.
   *
   * @param source whose description is used; null for the source whose pattern matches the file's
   *     name
   * @param rows how many of the typed rows are wanted
   * @throws Failure {@link FailureCode#FILE_UNREADABLE}
   */
  Preview preview(Path file, @Nullable String source, int rows);

  /**
   * What a night would make of a file.
   *
   * @param source whose description was used
   * @param layout how the file is written, declared or detected
   * @param columns of the table that the file fills
   * @param rows the first ones, each as the texts of its values, empty for none
   * @param read lines, the header not counted
   * @param rejects number of rejected lines by column and reason
   * @param firstRejects line, column and reason of the first ones
   * @param verdict loaded, or why the file would be quarantined
   */
  record Preview(
      String source,
      String layout,
      List<String> columns,
      List<List<String>> rows,
      long read,
      Map<String, Long> rejects,
      List<String> firstRejects,
      String verdict) {}
}
