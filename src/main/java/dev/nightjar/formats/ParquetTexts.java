package dev.nightjar.formats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** The texts of a Parquet column's values. */
final class ParquetTexts {
  private static final long DAY_SECONDS = 86_400;
  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;
  private static final int MOST_SCALE = 1000;

  private final Function<ColumnReader, String> text;
  private @Nullable Binary lastBinary;
  private String lastText = "";

  ParquetTexts(SchemaElement column) {
    text =
        switch (column.getType()) {
          case BOOLEAN -> values -> String.valueOf(values.getBoolean());
          case INT32 -> ofInts(column);
          case INT64 -> ofLongs(column);
          case FLOAT -> values -> decimal(Float.toString(values.getFloat()));
          case DOUBLE -> values -> decimal(Double.toString(values.getDouble()));
          case INT96 -> values -> once(values.getBinary(), ParquetTexts::legacyTime);
          case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> ofBinaries(column);
        };
  }

  /** The text of the reader's current value. */
  String of(ColumnReader values) {
    return text.apply(values);
  }

  private static Function<ColumnReader, String> ofInts(SchemaElement column) {
    if (isOf(column, ConvertedType.DATE)) {
      return values -> time(values.getInteger() * DAY_SECONDS);
    }
    if (isUnsigned(column)) {
      return values -> Integer.toUnsignedString(values.getInteger());
    }
    var longs = longs(column);
    return values -> longs.apply(values.getInteger());
  }

  private static Function<ColumnReader, String> ofLongs(SchemaElement column) {
    if (isUnsigned(column)) {
      return values -> Long.toUnsignedString(values.getLong());
    }
    var longs = longs(column);
    return values -> longs.apply(values.getLong());
  }

  private static LongFunction<String> longs(SchemaElement column) {
    long units = units(column);
    if (isTimeOfDay(column)) {
      return value ->
          DateTimeFormatter.ISO_LOCAL_TIME.format(
              LocalTime.ofSecondOfDay(Math.floorMod(value / units, DAY_SECONDS)));
    }
    if (units > 0) {
      return value -> time(Math.floorDiv(value, units));
    }
    if (isDecimal(column)) {
      int scale = scale(column);
      return value -> BigDecimal.valueOf(value, scale).toPlainString();
    }
    return Long::toString;
  }

  private Function<ColumnReader, String> ofBinaries(SchemaElement column) {
    if (isDecimal(column)) {
      int scale = scale(column);
      return values ->
          once(
              values.getBinary(),
              bytes -> new BigDecimal(new BigInteger(bytes.getBytes()), scale).toPlainString());
    }
    return values -> once(values.getBinary(), ParquetTexts::utf8);
  }

  /** Values often repeat from one row to the next. */
  private String once(Binary binary, Function<Binary, String> toText) {
    if (!binary.equals(lastBinary)) {
      lastText = toText.apply(binary);
      lastBinary = binary.copy();
    }
    return lastText;
  }

  private static String utf8(Binary bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.toByteBuffer()).toString();
    } catch (CharacterCodingException e) {
      throw new BadFile("a text of the Parquet file is not UTF-8", null);
    }
  }

  /** Spark's old form: nanoseconds of the day, then the Julian day. */
  private static String legacyTime(Binary binary) {
    var bytes = binary.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    long day = (long) bytes.getInt() - JULIAN_DAY_OF_EPOCH;
    return time(day * DAY_SECONDS + Math.floorDiv(nanos, 1_000_000_000L));
  }

  private static String time(long seconds) {
    var time = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    return WorkbookTexts.TIME.format(time);
  }

  private static String decimal(String number) {
    boolean isNumber = Character.isDigit(number.charAt(number.length() - 1));
    return isNumber ? WorkbookTexts.plain(new BigDecimal(number)) : number;
  }

  private static boolean isOf(SchemaElement column, ConvertedType... types) {
    for (var type : types) {
      if (column.isSetConverted_type() && column.getConverted_type() == type) {
        return true;
      }
    }
    return type(column, "DATE") && types[0] == ConvertedType.DATE;
  }

  private static boolean type(SchemaElement column, String name) {
    return column.isSetLogicalType()
        && column.getLogicalType().getSetField() != null
        && column.getLogicalType().getSetField().name().equals(name);
  }

  private static boolean isUnsigned(SchemaElement column) {
    return isOf(
        column,
        ConvertedType.UINT_8,
        ConvertedType.UINT_16,
        ConvertedType.UINT_32,
        ConvertedType.UINT_64);
  }

  private static boolean isDecimal(SchemaElement column) {
    return isOf(column, ConvertedType.DECIMAL) || type(column, "DECIMAL");
  }

  private static boolean isTimeOfDay(SchemaElement column) {
    return isOf(column, ConvertedType.TIME_MILLIS, ConvertedType.TIME_MICROS)
        || type(column, "TIME");
  }

  /** Of a second; 0 if the values are not times. */
  private static long units(SchemaElement column) {
    if (isOf(column, ConvertedType.TIMESTAMP_MILLIS, ConvertedType.TIME_MILLIS)) {
      return 1_000;
    }
    if (isOf(column, ConvertedType.TIMESTAMP_MICROS, ConvertedType.TIME_MICROS)) {
      return 1_000_000;
    }
    if (!type(column, "TIMESTAMP") && !type(column, "TIME")) {
      return 0;
    }
    var unit =
        type(column, "TIME")
            ? column.getLogicalType().getTIME().getUnit()
            : column.getLogicalType().getTIMESTAMP().getUnit();
    return unit.isSetMILLIS() ? 1_000 : unit.isSetMICROS() ? 1_000_000 : 1_000_000_000;
  }

  private static int scale(SchemaElement column) {
    int scale =
        type(column, "DECIMAL")
            ? column.getLogicalType().getDECIMAL().getScale()
            : column.getScale();
    if (scale < 0 || scale > MOST_SCALE) {
      throw new BadFile("the Parquet file is damaged", null);
    }
    return scale;
  }
}
