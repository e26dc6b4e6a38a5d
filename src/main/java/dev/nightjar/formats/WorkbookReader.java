package dev.nightjar.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sheets of an Excel workbook, one after the other. A line is a row of the first sheet;
 * the rows of each further sheet continue the count.
 */
final class WorkbookReader implements RecordReader {
  private static final int MOST_ROWS_AT_TOP = 60;

  private final ReadableWorkbook workbook;
  private final Iterator<Sheet> sheets;
  private final Layout layout;
  private final Collection<String> wanted;
  private final boolean isEveryEmptySheetAMistake;
  private final WorkbookTexts texts;
  private List<String> columns = List.of();
  private @Nullable Stream<org.dhatim.fastexcel.reader.Row> open;
  private Iterator<org.dhatim.fastexcel.reader.Row> rows =
      List.<org.dhatim.fastexcel.reader.Row>of().iterator();
  private final Deque<Row> first = new ArrayDeque<>();
  private long before;
  private long line;

  /**
   * @param wanted names of the columns that are needed, if known: the header has them all
   * @throws BadFile if the workbook is damaged, lacks a sheet or has no first row
   */
  WorkbookReader(Path file, Layout layout, Collection<String> wanted) throws IOException {
    var options = new ReadingOptions(WorkbookCheck.hasStyles(file), true);
    workbook = new ReadableWorkbook(file.toFile(), options);
    try {
      this.layout = layout;
      this.wanted = wanted;
      isEveryEmptySheetAMistake = !layout.sheets().isEmpty();
      texts = new WorkbookTexts(workbook.isDate1904());
      sheets = chosen(layout.sheets()).iterator();
      if (!openSheet()) {
        throw new BadFile("the workbook is empty", null);
      }
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public @Nullable Row next() throws IOException {
    do {
      var row = nextOfSheet();
      if (row != null) {
        return row;
      }
    } while (openSheet());
    return null;
  }

  @Override
  public String layout() {
    return "xlsx";
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
    workbook.close();
  }

  private List<Sheet> chosen(List<String> names) {
    if (names.isEmpty()) {
      return workbook
          .getSheets()
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .toList();
    }
    var chosen = new ArrayList<Sheet>();
    for (var name : names) {
      chosen.add(
          workbook
              .findSheet(name)
              .orElseThrow(() -> new BadFile("the workbook has no sheet " + name, null)));
    }
    return chosen;
  }

  /** Opens the next sheet that is not empty; false if there is none. */
  private boolean openSheet() throws IOException {
    while (sheets.hasNext()) {
      var sheet = sheets.next();
      if (open != null) {
        open.close();
      }
      before = line;
      open = sheet.openStream();
      rows = open.iterator();
      readTop();
      var top = nextOfSheet();
      if (top != null) {
        begin(sheet, top);
        return true;
      }
      if (isEveryEmptySheetAMistake) {
        throw new BadFile("sheet " + sheet.getName() + " is empty", null);
      }
    }
    return false;
  }

  private void begin(Sheet sheet, Row top) {
    if (!layout.header()) {
      if (columns.isEmpty()) {
        columns = IntStream.rangeClosed(1, top.cells().length).mapToObj(String::valueOf).toList();
      }
      first.addFirst(top);
      return;
    }
    var header = Arrays.stream(top.cells()).map(String::strip).toList();
    if (!columns.isEmpty() && !columns.equals(header)) {
      throw new BadFile(
          "sheet " + sheet.getName() + " has another header than the sheets before it", top.line());
    }
    columns = header;
  }

  /** Reads the first rows of a sheet, up to the header or the first record. */
  private void readTop() {
    first.clear();
    while (first.size() < MOST_ROWS_AT_TOP) {
      var row = nextStored();
      if (row == null) {
        break;
      }
      first.add(row);
    }
    var skipped = layout.skipLines();
    if (skipped != null) {
      first.removeIf(row -> row.line() - before <= skipped);
    } else if (layout.header()) {
      var cells = first.stream().map(row -> List.of(row.cells())).toList();
      for (int i = HeaderLine.of(cells, wanted); i > 0; i--) {
        first.remove();
      }
    }
  }

  private @Nullable Row nextOfSheet() {
    var row = first.isEmpty() ? nextStored() : first.remove();
    return row == null ? null : new Row(row.line(), padded(row.cells()));
  }

  /** The next row that is not blank. */
  private @Nullable Row nextStored() {
    while (rows.hasNext()) {
      var row = rows.next();
      line = before + row.getRowNum();
      var cells = cells(row);
      if (cells.length > 0) {
        return new Row(line, cells);
      }
    }
    return null;
  }

  /** The texts up to the last cell that is not blank. */
  private String[] cells(org.dhatim.fastexcel.reader.Row row) {
    var cells = new String[row.getCellCount()];
    int count = 0;
    for (int i = 0; i < cells.length; i++) {
      Cell cell = row.getCell(i);
      cells[i] = texts.of(cell);
      count = cells[i].isBlank() ? count : i + 1;
    }
    return Arrays.copyOf(cells, count);
  }

  /** A sheet does not store empty cells at the end of a row. */
  private String[] padded(String[] cells) {
    if (cells.length >= columns.size()) {
      return cells;
    }
    var padded = Arrays.copyOf(cells, columns.size());
    Arrays.fill(padded, cells.length, padded.length, "");
    return padded;
  }
}
