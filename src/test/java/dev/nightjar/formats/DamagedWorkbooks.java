package dev.nightjar.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** Workbooks with damage that no chance would make. */
final class DamagedWorkbooks {
  private static final String GOOD = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

  private DamagedWorkbooks() {}

  /** A workbook without damage. */
  static AFile of(AFile csv) {
    return new AFile(new byte[0])
        .with(
            out -> {
              var book = new Workbook(out, "test", "1.0");
              var sheet = book.newWorksheet("orders");
              var lines = csv.lines().toList();
              for (int i = 0; i < lines.size(); i++) {
                var cells = lines.get(i).split(",");
                for (int c = 0; c < cells.length; c++) {
                  sheet.value(i, c, cells[c]);
                }
              }
              book.finish();
            });
  }

  static Map<String, AFile> all() {
    var files = new LinkedHashMap<String, AFile>();
    var whole = AWorkbook.of(GOOD);
    for (var part : whole.parts().keySet()) {
      var name = part.replaceAll(".*/|[\\[\\]]", "");
      var text = whole.parts().get(part);
      files.put("without-%s.xlsx".formatted(name), whole.without(part).file());
      files.put("empty-%s.xlsx".formatted(name), whole.with(part, "").file());
      files.put(
          "cut-%s.xlsx".formatted(name),
          whole.with(part, text.substring(0, text.length() * 2 / 3)).file());
      files.put("no-xml-%s.xlsx".formatted(name), whole.with(part, "no XML at all").file());
      files.put(
          "laughing-%s.xlsx".formatted(name),
          whole.with(part, text.replace("?>", "?>" + AWorkbook.BILLION_LAUGHS)).file());
      files.put(
          "reaching-out-%s.xlsx".formatted(name),
          whole
              .with(part, text.replace("?>", "?><!DOCTYPE x SYSTEM \"file:///etc/passwd\">"))
              .file());
    }
    cells(files);
    whole(files, whole);
    return files;
  }

  private static void whole(Map<String, AFile> files, AWorkbook whole) {
    files.put(
        "text-bomb.xlsx",
        whole
            .with(AWorkbook.TEXTS, "<sst>" + "<si><t>aaaa</t></si>".repeat(6 << 20) + "</sst>")
            .file());
    files.put(
        "sheet-bomb.xlsx",
        AWorkbook.of("<row r=\"1\"><c><v>1</v></c></row>".repeat(7 << 19)).file());
    files.put(
        "sheets-with-no-relation.xlsx",
        whole.with("xl/_rels/workbook.xml.rels", "<Relationships/>").file());
    files.put("encrypted.xlsx", whole.file().encrypted());
    files.put("no-rows.xlsx", AWorkbook.of("").file());
    files.put(
        "other-office.zip",
        AFile.zip(
            "[Content_Types].xml", AFile.of("<Types/>"), "word/document.xml", AFile.of("<w/>")));
  }

  private static void cells(Map<String, AFile> files) {
    for (var cell :
        List.of(
            "<c r=\"ZZZZZZ2\"><v>1</v></c>",
            "<c r=\"A99999999999\"><v>1</v></c>",
            "<c r=\"é2\"><v>1</v></c>",
            "<c r=\"\"><v>1</v></c>",
            "<c r=\"A2\" t=\"s\"><v>999999999</v></c>",
            "<c r=\"A2\" t=\"s\"><v>2147483648</v></c>",
            "<c r=\"A2\" t=\"s\"><v>-1</v></c>",
            "<c r=\"A2\" t=\"s\"><v>x</v></c>",
            "<c r=\"A2\" t=\"s\"/>",
            "<c r=\"A2\" s=\"-1\"><v>1</v></c>",
            "<c r=\"A2\" s=\"9999\"><v>1</v></c>",
            "<c r=\"A2\" t=\"x\"><v>1</v></c>",
            "<c r=\"A2\" t=\"d\"><v>2025-01-01</v></c>",
            "<c r=\"A2\" t=\"b\"><v>7</v></c>",
            "<c r=\"A2\"><v>one</v></c>",
            "<c r=\"A2\"><v>1E999999999</v></c>",
            "<c r=\"A2\"><v>1E99999999999</v></c>",
            "<c r=\"A2\" s=\"1\"><v>1E300</v></c>",
            "<c r=\"A2\"><f t=\"shared\" si=\"7\"/><v>1</v></c>",
            "<c r=\"A2\"><f t=\"array\" ref=\"x\">1</f><v>1</v></c>",
            "<c r=\"A2\" t=\"inlineStr\"><is><t>" + "x".repeat(1 << 20) + "</t></is></c>",
            "<c/>".repeat(100_000),
            "&undeclared;")) {
      files.put(
          "cell-%d.xlsx".formatted(files.size()),
          AWorkbook.of(GOOD + "<row r=\"2\">" + cell + "</row>").file());
    }
  }
}
