package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Previews a file before a night takes it; writes nothing and needs no database. */
public interface FilePreviews {

  /**
   * Drafts a description of the file's source, from its first lines.
   *
   * @return YAML for a file in {@code config/}, with a question mark and a comment for each unknown
   *     value
   * @throws Failure {@link FailureCode#FILE_UNREADABLE}
   */
  String guess(Path file);

  /**
   * Parses a file as a night would.
   *
   * @param source name of the source; null for the one whose pattern matches the file's name
   * @param rows number of typed rows to return
   * @throws Failure {@link FailureCode#FILE_UNREADABLE}
   */
  Preview preview(Path file, @Nullable String source, int rows);

  /**
   * A file as a night would read it.
   *
   * @param source name of the source
   * @param layout the declared or detected layout of the file
   * @param columns columns of the table that the file fills
   * @param rows the first rows, each with its values as texts, empty for null
   * @param read number of lines without the header
   * @param rejects number of rejected lines by column and reason
   * @param firstRejects line, column and reason of the first rejects
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
