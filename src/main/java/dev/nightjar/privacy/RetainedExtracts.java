package dev.nightjar.privacy;

import dev.nightjar.home.PrivateFiles;
import dev.nightjar.privacy.Withdrawals.Withdrawal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The extracts below a folder, as {@code destination/audience/night/}. One with an erased person is
 * withdrawn whole: most formats could not be written anew without the person, hashed or encrypted
 * as they are, and the night can.
 */
final class RetainedExtracts {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String MANIFEST = "datapackage.json";
  private static final String MARKER = "_SUCCESS";

  /** Begins the names of copies of the last extract, which stay. */
  private static final String STABLE_COPY = "current";

  private final Path root;

  RetainedExtracts(Path root) {
    this.root = root;
  }

  /**
   * Withdraws extracts: the marker goes first, then the data, and the manifest says why.
   *
   * @return those that were there, as {@code destination/audience/night}
   */
  Set<String> withdraw(Withdrawal which) throws IOException {
    var withdrawn = new TreeSet<String>();
    for (var destination : folders(root)) {
      for (var audience : folders(destination)) {
        var name = audience.getFileName().toString();
        var nights =
            folders(audience).stream()
                .filter(each -> night(each).filter(night -> which.isOf(name, night)).isPresent())
                .toList();
        if (!nights.isEmpty()) {
          delete(audience, file -> file.getFileName().toString().startsWith(STABLE_COPY));
        }
        for (var folder : nights) {
          if (withdraw(folder)) {
            withdrawn.add(root.relativize(folder).toString().replace('\\', '/'));
          }
        }
      }
    }
    return withdrawn;
  }

  private static boolean withdraw(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(MARKER));
    var manifest = folder.resolve(MANIFEST);
    boolean hadData = delete(folder, file -> !file.equals(manifest));
    if (Files.exists(manifest)) {
      var text = JSON.readTree(Files.readAllBytes(manifest));
      if (text instanceof ObjectNode object) {
        object.putArray("resources");
        object
            .withObject("/nightjar")
            .put(
                "withdrawn",
                "A person in it was erased. nightjar run --date %s --again writes it without."
                    .formatted(folder.getFileName()));
        var part = folder.resolve("." + MANIFEST + ".part");
        PrivateFiles.write(part, JSON.writeValueAsBytes(object));
        Files.move(part, manifest, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return hadData;
  }

  private static boolean delete(Path folder, Predicate<Path> which) throws IOException {
    boolean found = false;
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).filter(which).toList()) {
        Files.delete(file);
        found = true;
      }
    }
    return found;
  }

  private static List<Path> folders(Path of) throws IOException {
    if (!Files.isDirectory(of)) {
      return List.of();
    }
    try (var files = Files.list(of)) {
      return new ArrayList<>(files.filter(Files::isDirectory).sorted().toList());
    }
  }

  private static Optional<LocalDate> night(Path folder) {
    try {
      return Optional.of(LocalDate.parse(folder.getFileName().toString()));
    } catch (DateTimeParseException e) {
      // a folder of somebody else's
      return Optional.empty();
    }
  }
}
