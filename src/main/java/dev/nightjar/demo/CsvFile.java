package dev.nightjar.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes a file under a hidden name first, so that nobody ever finds half a file. */
record CsvFile(String name, List<String> columns, List<List<String>> rows) {
  static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  Path writeTo(Path folder) {
    var hidden = folder.resolve("." + name);
    try {
      try (var csv =
          CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(open(hidden), UTF_8)) {
        csv.writeRecord(columns);
        rows.forEach(csv::writeRecord);
      }
      return Files.move(hidden, folder.resolve(name), ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + name + " to " + folder, e);
    }
  }

  private OutputStream open(Path hidden) throws IOException {
    var file = PrivateFiles.newOutputStream(hidden);
    return name.endsWith(".gz") ? new GZIPOutputStream(file) : file;
  }
}
