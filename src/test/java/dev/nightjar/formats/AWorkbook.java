package dev.nightjar.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An Excel workbook in words, whole or not.
 *
 * @param parts by name
 */
record AWorkbook(Map<String, String> parts) {
  static final String BILLION_LAUGHS =
      "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
          + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String TEXTS = "xl/sharedStrings.xml";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /**
   * A workbook of one sheet.
   *
   * @param rows of the sheet, as XML
   */
  static AWorkbook of(String rows) {
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "[Content_Types].xml",
        XML
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + type("/xl/workbook.xml", "sheet.main+xml")
            + type("/xl/styles.xml", "styles+xml")
            + type("/xl/sharedStrings.xml", "sharedStrings+xml")
            + "</Types>");
    parts.put(
        "xl/workbook.xml",
        XML
            + "<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"one\" sheetId=\"1\" r:id=\"rId1\"/>"
                .formatted(MAIN, RELATIONS)
            + "</sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        XML
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put(
        "xl/styles.xml",
        XML
            + "<styleSheet %s><numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;days&quot; [Red]0.00\\d\"/></numFmts>"
                .formatted(MAIN)
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
    parts.put(TEXTS, XML + "<sst %s><si><t>text</t></si></sst>".formatted(MAIN));
    parts.put(
        SHEET, XML + "<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    return new AWorkbook(parts);
  }

  AWorkbook without(String part) {
    var fewer = new LinkedHashMap<>(parts);
    fewer.remove(part);
    return new AWorkbook(fewer);
  }

  AWorkbook with(String part, String text) {
    var others = new LinkedHashMap<>(parts);
    others.put(part, text);
    return new AWorkbook(others);
  }

  /** Something between the XML declaration and the sheet. */
  AWorkbook declaring(String declaration) {
    return with(SHEET, parts.get(SHEET).replace(XML, XML + declaration));
  }

  AFile file() {
    var named = new ArrayList<Object>();
    parts.forEach(
        (name, text) -> {
          named.add(name);
          named.add(new AFile(text.getBytes(StandardCharsets.UTF_8)));
        });
    return AFile.zip(named.toArray());
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, TYPES + type);
  }
}
