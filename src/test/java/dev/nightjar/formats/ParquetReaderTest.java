package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetReaderTest {
  @Test
  void everyTypeReadsAsPlainText() {
    var file =
        AParquet.of(
                "required int32 small;",
                "required int64 large;",
                "required int32 price (DECIMAL(9,2));",
                "required fixed_len_byte_array(9) exact (DECIMAL(20,3));",
                "required double weight;",
                "required float share;",
                "required boolean gift;",
                "required binary name (STRING);",
                "optional binary note (STRING);")
            .with(
                rows ->
                    rows.add(
                        row -> {
                          row.add(0, -7);
                          row.add(1, Long.MAX_VALUE);
                          row.add(2, 255);
                          row.add(3, fixed("-12345678901234567", 9));
                          row.add(4, 536365.0);
                          row.add(5, 0.1f);
                          row.add(6, true);
                          row.add(7, "Zoë €");
                        }));
    assertThat(file.read(AFile.ANY))
        .containsExactly(
            "parquet",
            "small|large|price|exact|weight|share|gift|name|note",
            "1: -7|9223372036854775807|2.55|-12345678901234.567|536365|0.1|true|Zoë €|");
  }

  @Test
  void datesAndTimesReadAsOneKindOfText() {
    long millis = 1_291_191_960_123L;
    var file =
        AParquet.of(
                "required int32 day (DATE);",
                "required int64 millis (TIMESTAMP(MILLIS,true));",
                "required int64 micros (TIMESTAMP(MICROS,false));",
                "required int64 nanos (TIMESTAMP(NANOS,false));",
                "required int96 old;",
                "required int32 clock (TIME(MILLIS,true));")
            .with(
                rows ->
                    rows.add(
                        row -> {
                          row.add(0, (int) LocalDate.of(1969, 12, 31).toEpochDay());
                          row.add(1, millis);
                          row.add(2, millis * 1000);
                          row.add(3, millis * 1_000_000);
                          row.add(4, int96(2_455_532, 30_360_000_000_000L));
                          row.add(5, 30_360_000);
                        }));
    assertThat(file.read(AFile.ANY).get(2))
        .isEqualTo(
            "1: 1969-12-31 00:00:00|2010-12-01 08:26:00|2010-12-01 08:26:00|2010-12-01 08:26:00"
                + "|2010-12-01 08:26:00|08:26:00");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void readsWhatEveryCodecPacked(CompressionCodecName codec) {
    for (var parquet : List.of(numbers().packed(codec), numbers().packed(codec).version2())) {
      var read = parquet.with(rows -> numbered(rows, 5000)).read(AFile.ANY);
      assertThat(read).hasSize(5002);
      assertThat(read.get(5001)).isEqualTo("5000: 4999|text 1|9998|");
      assertThat(read.get(5000)).isEqualTo("4999: 4998|text 0|9996|even");
    }
  }

  @Test
  void rowGroupsFollowOneAnother() {
    var read = numbers().groups(8192).with(rows -> numbered(rows, 20_000)).read(AFile.ANY);
    assertThat(read).hasSize(20_002);
    for (int i = 0; i < 20_000; i++) {
      assertThat(read.get(i + 2)).startsWith("%d: %d|".formatted(i + 1, i));
    }
  }

  @Test
  void columnsWithListsAreLeftOut() {
    var file =
        AParquet.of(
                "required binary a (STRING);",
                "required group tags (LIST) { repeated group list { required binary element (STRING); } }",
                "repeated int32 more;",
                "required binary b (STRING);")
            .with(
                rows ->
                    rows.add(
                        row -> {
                          row.add(0, "A");
                          row.addGroup(1).addGroup(0).add(0, "tag");
                          row.add(2, 1);
                          row.add(2, 2);
                          row.add(3, "B");
                        }));
    assertThat(file.read(AFile.ANY)).containsExactly("parquet", "a|b", "1: A|B");
  }

  @Test
  void aPackedParquetFileIsUnpackedFirst() {
    var file = numbers().with(rows -> numbered(rows, 3));
    assertThat(file.gzip().read(AFile.ANY)).hasSize(5).startsWith("gzip, parquet");
    assertThat(file.zip("orders.parquet").read(AFile.ANY)).hasSize(5).startsWith("zip, parquet");
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.5", "0.9", "0.99", "0.9999"})
  void aFileThatIsCutOffIsABadFile(double share) {
    var cut = numbers().with(rows -> numbered(rows, 5000)).cut(share);
    assertThatThrownBy(() -> cut.read(AFile.ANY))
        .isInstanceOf(BadFile.class)
        .hasMessage("the file is cut off");
  }

  @Test
  void aDamagedPageIsABadFileWithTheLineReached() {
    var file =
        numbers().packed(CompressionCodecName.UNCOMPRESSED).with(rows -> numbered(rows, 5000));
    var damaged = file.flipped(file.bytes().length * 4);
    assertThatThrownBy(() -> damaged.read(AFile.ANY))
        .isInstanceOfSatisfying(BadFile.class, e -> assertThat(e.line()).isNotNull())
        .hasMessage("the Parquet file is damaged");
  }

  private static AParquet numbers() {
    return AParquet.of(
        "required int32 number;",
        "required binary text (STRING);",
        "required int64 twice;",
        "optional binary note (STRING);");
  }

  private static void numbered(AParquet.Rows rows, int count) {
    for (int i = 0; i < count; i++) {
      int number = i;
      rows.add(
          row -> {
            row.add(0, number);
            row.add(1, "text " + number % 7);
            row.add(2, 2L * number);
            if (number % 2 == 0) {
              row.add(3, "even");
            }
          });
    }
  }

  private static Binary fixed(String number, int length) {
    var bytes = new BigInteger(number).toByteArray();
    var wide = new byte[length];
    java.util.Arrays.fill(wide, (byte) (bytes[0] < 0 ? -1 : 0));
    System.arraycopy(bytes, 0, wide, length - bytes.length, bytes.length);
    return Binary.fromConstantByteArray(wide);
  }

  private static Binary int96(int day, long nanos) {
    var bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(nanos).putInt(day);
    return Binary.fromConstantByteArray(bytes.array());
  }
}
