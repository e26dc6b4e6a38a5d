package dev.nightjar.formats;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the header below a title, the date of the export and the like. */
final class HeaderLine {
  private static final int MOST_LINES_ABOVE = 50;

  private HeaderLine() {}

  /**
   * The index of the header: of the first line with all wanted columns; if none is wanted, of the
   * first line that is as wide as most lines and filled, below lines that are mostly blank. 0 if
   * there is no such line.
   *
   * @param lines the first lines, each with its cells
   * @param wanted names of columns, if known
   */
  static int of(List<? extends List<String>> lines, Collection<String> wanted) {
    int width = wanted.isEmpty() ? mostUsualWidth(lines) : 0;
    for (int i = 0; i < Math.min(lines.size(), MOST_LINES_ABOVE); i++) {
      var cells = lines.get(i);
      if (wanted.isEmpty() ? isHeader(cells, width) : has(cells, wanted)) {
        return i;
      }
      if (wanted.isEmpty() && filled(cells) * 2 > width) {
        return 0;
      }
    }
    return 0;
  }

  /** Whether some cells are the names of all wanted columns, of at least one. */
  static boolean has(List<String> cells, Collection<String> wanted) {
    return !wanted.isEmpty()
        && cells.stream().map(HeaderLine::name).collect(Collectors.toSet()).containsAll(wanted);
  }

  /** The name of a column, without a byte order mark and blanks around it. */
  static String name(String cell) {
    return cell.replace("\uFEFF", "").strip();
  }

  private static boolean isHeader(List<String> cells, int width) {
    return width(cells) >= width && filled(cells) * 2 > width;
  }

  private static long filled(List<String> cells) {
    return cells.stream().filter(cell -> !name(cell).isEmpty()).count();
  }

  /** The number of cells up to the last that is filled. */
  private static int width(List<String> cells) {
    int width = cells.size();
    while (width > 0 && name(cells.get(width - 1)).isEmpty()) {
      width--;
    }
    return width;
  }

  /** The width that more than half of the lines have that are not blank; 0 if there is none. */
  private static int mostUsualWidth(List<? extends List<String>> lines) {
    var counts = new HashMap<Integer, Integer>();
    lines.forEach(cells -> counts.merge(width(cells), 1, Integer::sum));
    counts.remove(0);
    int filled = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(each -> each.getValue() * 2 > filled)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }
}
