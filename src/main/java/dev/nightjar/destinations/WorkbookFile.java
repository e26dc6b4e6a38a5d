package dev.nightjar.destinations;

import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet. The library dates it with the time of writing, so it is written next to
 * the file first and repacked without times.
 */
final class WorkbookFile implements RowFile {
  /**
   * The first time that an archive can have, but one: to the first, Java adds the moment that it is
   * in the time zone of the machine.
   */
  static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

  private static final int ROWS_IN_MEMORY = 1000;
  private static final String DEFAULT_STYLE =
      "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\""
          + " builtinId=\"0\"/></cellStyles>";

  private final OutputStream out;
  private final Path dated;
  private final OutputStream datedBytes;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<Column> columns;
  private int rows;

  /**
   * @param dated a temporary file, deleted at the end
   */
  WorkbookFile(OutputStream out, Path dated, List<Column> columns, String sheet)
      throws IOException {
    this.out = out;
    this.dated = dated;
    this.columns = columns;
    this.datedBytes = PrivateFiles.newOutputStream(dated);
    this.workbook = new Workbook(datedBytes, "Nightjar", "1.0");
    this.sheet = workbook.newWorksheet(sheet);
    for (int c = 0; c < columns.size(); c++) {
      this.sheet.inlineString(0, c, columns.get(c).header());
    }
    rows = 1;
  }

  @Override
  public void write(Chunk chunk, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      var cells = chunk.row(i);
      for (int c = 0; c < cells.length; c++) {
        if (cells[c].isEmpty()) {
          continue;
        }
        if (columns.get(c).isNumber()) {
          sheet.value(rows, c, new BigDecimal(cells[c]));
        } else {
          sheet.inlineString(rows, c, cells[c]);
        }
      }
      if (++rows % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      workbook.finish();
      datedBytes.close();
      try (var parts = new ZipFile(dated.toFile());
          var zip = new ZipOutputStream(out)) {
        for (var part : parts.stream().toList()) {
          var entry = new ZipEntry(part.getName());
          entry.setTimeLocal(NO_TIME);
          zip.putNextEntry(entry);
          try (var bytes = parts.getInputStream(part)) {
            switch (part.getName()) {
              case "docProps/core.xml" -> zip.write(withoutTime(bytes.readAllBytes()));
              case "xl/styles.xml" -> zip.write(withDefaultStyle(bytes.readAllBytes()));
              default -> bytes.transferTo(zip);
            }
          }
          zip.closeEntry();
        }
      }
    } finally {
      Files.deleteIfExists(dated);
    }
  }

  /** Names the one style of cells (ECMA-376, 18.8.7 and 18.8.8), which readers look for. */
  private static byte[] withDefaultStyle(byte[] styles) {
    return new String(styles, StandardCharsets.UTF_8)
        .replace("</cellXfs>", "</cellXfs>" + DEFAULT_STYLE)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withoutTime(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + NO_TIME + "Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
