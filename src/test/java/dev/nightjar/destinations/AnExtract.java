package dev.nightjar.destinations;

import dev.nightjar.destinations.pgp.Encryption;
import dev.nightjar.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An extract of rows that a test gives.
 *
 * @param profile of its destination
 * @param encryption null for none
 * @param folder in which its files are
 * @param previous files that were told of before
 */
record AnExtract(
    Profile profile,
    @Nullable Encryption encryption,
    Path folder,
    Function<String, Optional<DataFile>> previous) {
  static AnExtract of(Profile profile, Path folder) {
    return new AnExtract(profile, null, folder, name -> Optional.empty());
  }

  AnExtract encrypted(Encryption to) {
    return new AnExtract(profile, to, folder, previous);
  }

  AnExtract after(WrittenFiles before) {
    return new AnExtract(
        profile,
        encryption,
        folder,
        name -> before.files().stream().filter(file -> file.name().equals(name)).findFirst());
  }

  /** Writes a statement's rows. */
  WrittenFiles of(TestDatabase database, String sql, MemberField... fields) {
    return of(database, sql, Stream.of(fields).map(MemberField.Value::of).toList());
  }

  /** The same, of values that can have names. */
  WrittenFiles of(TestDatabase database, String sql, List<MemberField.Value> values) {
    try (var connection = database.connect()) {
      return new Extraction(profile, encryption, folder, "a__2025-01-31__full", "a")
          .copy(connection, sql, values, previous);
    } catch (IOException | SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of a file as UTF-8. */
  String text(DataFile file) {
    return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }

  byte[] bytes(DataFile file) {
    try {
      return Files.readAllBytes(folder.resolve(file.name()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
