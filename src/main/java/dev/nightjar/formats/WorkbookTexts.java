package dev.nightjar.formats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The text of a workbook's cells. */
final class WorkbookTexts {
  /** The same date format as for other typed files, so that one setting reads them all. */
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** Excel's precision; further digits are noise. */
  private static final MathContext EXCEL = new MathContext(15);

  private static final Pattern NO_CODE =
      Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[(?![hms]+\\])[^]]*]?");
  private static final Pattern DATE_CODE = Pattern.compile("[ymdhsYMDHS]");
  private static final int LAST_DAY = 2_958_465;
  private static final int DAY_SECONDS = 86_400;
  private static final int MOST_DIGITS = 400;

  private final boolean countsFrom1904;
  private final Map<String, Boolean> dateFormats = new HashMap<>();

  WorkbookTexts(boolean countsFrom1904) {
    this.countsFrom1904 = countsFrom1904;
  }

  /** The text of a cell; for a formula, its value when the workbook was saved. */
  String of(@Nullable Cell cell) {
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return isDate(cell) ? date(number) : number(number);
    }
    return cell.getValue().toString();
  }

  /** Plain digits, without the noise of binary fractions; a whole number keeps all its digits. */
  static String number(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      return number.toString();
    }
    boolean isNoisy = number.precision() > EXCEL.getPrecision() && !isWhole(number);
    return plain(isNoisy ? number.round(EXCEL) : number);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Plain digits without zeros at the end. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private boolean isDate(Cell cell) {
    var format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    return dateFormats.computeIfAbsent(
        format, f -> DATE_CODE.matcher(NO_CODE.matcher(f.split(";", 2)[0]).replaceAll("")).find());
  }

  private String date(BigDecimal number) {
    double days = number.doubleValue();
    if (days < 0 || days > LAST_DAY + 1) {
      return number(number);
    }
    long seconds = Math.round(days * DAY_SECONDS);
    if (seconds < DAY_SECONDS) {
      return LocalTime.ofSecondOfDay(seconds).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
    return TIME.format(start(days).plusSeconds(seconds));
  }

  /** Excel treats 1900 as a leap year. */
  private LocalDateTime start(double days) {
    var start =
        countsFrom1904
            ? LocalDate.of(1904, 1, 1)
            : days < 61 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    return start.atStartOfDay();
  }
}
