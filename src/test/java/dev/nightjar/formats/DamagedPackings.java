package dev.nightjar.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Packed and Parquet files with damage that no chance would make. */
final class DamagedPackings {
  private static final int MANY = 16 << 20;

  private DamagedPackings() {}

  static Map<String, AFile> of(AFile csv) {
    var files = new LinkedHashMap<String, AFile>();
    var bomb = new AFile("1,2.55\n".repeat(MANY).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    files.put("bomb.csv.gz", bomb.gzip());
    files.put("bomb.csv.zip", bomb.zip("orders.csv"));
    files.put("bomb.csv.zst", bomb.zstd());
    files.put(
        "bomb-of-a-field.csv.gz",
        new AFile(new byte[] {'a', ','}).and(new AFile(new byte[110 << 20])).gzip());
    files.put("bomb-in-a-bomb.csv.gz", bomb.gzip().gzip());
    for (var name :
        new String[] {
          "../orders.csv", "/etc/orders.csv", "..\\orders.csv", "C:\\orders.csv", "a/../../b"
        }) {
      files.put("way-out-%d.zip".formatted(files.size()), csv.zip(name));
    }
    files.put("no-file.zip", AFile.zip());
    files.put("folder-only.zip", AFile.zip("orders/", new AFile(new byte[0])));
    files.put("two-files.zip", AFile.zip("a.csv", csv, "b.csv", csv));
    files.put("encrypted.zip", csv.zip("orders.csv").encrypted());
    files.put("nested.zip", csv.zip("orders.csv").zip("orders.zip"));
    files.put("gzip-in-zip.zip", csv.gzip().zip("orders.csv.gz"));
    streams(csv, files);
    names(csv, files);
    return files;
  }

  private static void streams(AFile csv, Map<String, AFile> files) {
    files.put("twice.csv.gz", csv.gzip().gzip());
    files.put("garbage-behind.csv.gz", csv.gzip().and(AFile.of("garbage")));
    files.put("zeros-behind.csv.gz", csv.gzip().and(new AFile(new byte[512])));
    files.put("garbage-behind.csv.zst", csv.zstd().and(AFile.of("garbage")));
    files.put("garbage-behind.csv.zip", csv.zip("orders.csv").and(AFile.of("garbage")));
    files.put("garbage-before.csv.zip", AFile.of("garbage").and(csv.zip("orders.csv")));
    files.put("second-member-cut.csv.gz", csv.gzip().and(csv.gzip().cut(0.9)));
    files.put("second-member-damaged.csv.gz", csv.gzip().and(csv.gzip().at(0, 'x')));
    files.put("wrong-checksum.csv.gz", csv.gzip().at(csv.gzip().bytes().length - 6, 1));
    files.put("empty.csv.gz", new AFile(new byte[0]).gzip());
    files.put("empty.csv.zst", new AFile(new byte[0]).zstd());
    files.put("empty-file.zip", new AFile(new byte[0]).zip("orders.csv"));
  }

  /** Names that say something else than the bytes. */
  private static void names(AFile csv, Map<String, AFile> files) {
    files.put("gzip-called.csv", csv.gzip());
    files.put("csv-called.csv.gz", csv);
    files.put("csv-called.xlsx", csv);
    files.put("csv-called.parquet", csv);
    files.put("only-magic.csv.gz", AFile.hex("1f8b"));
    files.put("only-magic.csv.zip", AFile.hex("504b0304"));
    files.put("only-magic.csv.zst", AFile.hex("28b52ffd"));
    files.put("wide-window.csv.zst", AFile.hex("28b52ffd00f8 010000"));
    files.put("old.xls", AFile.hex("d0cf11e0a1b11ae1").and(new AFile(new byte[4096])));
    files.put("archive.7z", AFile.hex("377abcaf271c0004").and(csv));
  }

  static Map<String, AFile> parquet(AFile whole) {
    var files = new LinkedHashMap<String, AFile>();
    int size = whole.bytes().length;
    for (int length : new int[] {0, -1, 1, 100, size, Integer.MAX_VALUE}) {
      var bytes = whole.bytes().clone();
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(size - 8, length);
      files.put("footer-of-%d-bytes.parquet".formatted(length), new AFile(bytes));
    }
    int footer = ByteBuffer.wrap(whole.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(size - 8);
    for (int i = 1; i <= 20; i++) {
      int at = size - 8 - footer * i / 21;
      files.put("footer-byte-%d.parquet".formatted(at), whole.at(at, 0xff));
      files.put("page-byte-%d.parquet".formatted(i), whole.at(4 + i, 0xff));
    }
    // a list of two billion columns: 19 = field 2 (schema) is a list, fc = long list of structs
    files.put("endless-list.parquet", footer(AFile.hex("1502 19fcffffffff07")));
    files.put("endless-text.parquet", footer(AFile.hex("1502 191c 4888ffffff7f")));
    files.put("magic-only.parquet", AFile.hex("5041523150415231"));
    files.put("magic.parquet", AFile.hex("50415231"));
    files.put("encrypted.parquet", AFile.hex("50415245").and(whole).and(AFile.hex("50415245")));
    files.put("encrypted-footer.parquet", whole.at(size - 1, 'E'));
    files.put("no-rows.parquet", AParquet.of("required int32 a;").with(rows -> {}));
    files.put(
        "bomb.parquet",
        AParquet.of("required binary a (STRING);")
            .packed(CompressionCodecName.ZSTD)
            .with(
                rows -> {
                  var zeros = "0".repeat(4 << 20);
                  for (int i = 0; i < 40; i++) {
                    rows.add(zeros + i);
                  }
                }));
    return files;
  }

  private static AFile footer(AFile footer) {
    var length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.bytes().length);
    return AFile.hex("50415231")
        .and(footer)
        .and(new AFile(length.array()))
        .and(AFile.hex("50415231"));
  }
}
