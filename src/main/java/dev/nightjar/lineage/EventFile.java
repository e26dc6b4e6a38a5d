package dev.nightjar.lineage;

import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The events of each night in a file of its own, one JSON object a line. */
@Component
final class EventFile {
  private static final Pattern NIGHT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.jsonl");

  private final LineageSettings settings;
  private final Path folder;

  EventFile(LineageSettings settings, Home home) {
    this.settings = settings;
    this.folder = home.resolve(settings.folder());
  }

  /** Adds an event to the file of a night. */
  void append(LocalDate night, String json) {
    var line = ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      PrivateFiles.makeFolders(folder);
      try (var file =
          PrivateFiles.open(
              folder.resolve(night + ".jsonl"),
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND)) {
        while (line.hasRemaining()) {
          file.write(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the files of nights that are past their retention. */
  void purge(LocalDate today) {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = NIGHT.matcher(file.getFileName().toString());
        if (name.matches() && settings.isExpired(LocalDate.parse(name.group(1)), today)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
