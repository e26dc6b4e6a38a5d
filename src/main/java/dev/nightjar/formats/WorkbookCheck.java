package dev.nightjar.formats;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Checks a workbook before it is read. The library that reads it checks neither checksums nor
 * bounds: a wrong column or text index makes it exhaust the memory.
 */
final class WorkbookCheck {
  private static final int MOST_COLUMNS = 16_384;
  private static final long MOST_BYTES = 100L << 20;
  private static final int MOST_CHARACTERS = 16 << 20;
  private static final XMLInputFactory XML = xml();

  private long texts;
  private int cellsOfRow;
  private boolean hasStyles;

  private WorkbookCheck() {}

  /**
   * Checks each part.
   *
   * @return whether the workbook has styles, which mark dates
   * @throws BadFile if a part is damaged or beyond bounds
   */
  static boolean hasStyles(Path file) throws IOException {
    try (var zip = ZipArchive.open(new FileBytes(file))) {
      var check = new WorkbookCheck();
      var parts = Collections.list(zip.getEntries());
      // the texts first, so that the cells' references can be checked against their number
      parts.sort(Comparator.comparing(part -> !isTexts(name(part))));
      for (var part : parts) {
        check.part(zip, part);
      }
      return check.hasStyles;
    }
  }

  private static String name(ZipArchiveEntry part) {
    return part.getName().toLowerCase(Locale.ROOT);
  }

  private static boolean isTexts(String name) {
    return name.endsWith("sharedstrings.xml");
  }

  private void part(ZipFile zip, ZipArchiveEntry part) throws IOException {
    var limit = new UnpackLimit(part.getCompressedSize());
    try (var bytes = ZipArchive.part(zip, part, limit)) {
      var name = name(part);
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        xml(name, bytes, limit);
      }
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (XMLStreamException e) {
      throw new BadFile("the workbook is damaged", null);
    }
  }

  private void xml(String name, InputStream bytes, UnpackLimit limit) throws XMLStreamException {
    boolean isStreamed = name.startsWith("xl/worksheets/");
    boolean isOfTexts = isTexts(name);
    hasStyles |= name.equals("xl/styles.xml");
    long characters = 0;
    var xml = XML.createXMLStreamReader(bytes);
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new BadFile("the workbook declares entities", null);
      }
      characters = xml.isCharacters() ? characters + xml.getTextLength() : 0;
      if (characters > MOST_CHARACTERS || !isStreamed && limit.unpacked() > MOST_BYTES) {
        throw new BadFile("a text of the workbook is too long", null);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        element(xml, isOfTexts);
      }
    }
  }

  private void element(XMLStreamReader xml, boolean isOfTexts) throws XMLStreamException {
    var name = xml.getLocalName();
    if (isOfTexts) {
      texts += name.equals("si") ? 1 : 0;
    } else if (name.equals("row")) {
      cellsOfRow = 0;
    } else if (name.equals("c")) {
      cell(xml);
    }
  }

  private void cell(XMLStreamReader xml) throws XMLStreamException {
    var reference = xml.getAttributeValue(null, "r");
    cellsOfRow++;
    if (cellsOfRow > MOST_COLUMNS || reference != null && column(reference) > MOST_COLUMNS) {
      throw new BadFile("a cell is in no column", null);
    }
    if (!"s".equals(xml.getAttributeValue(null, "t"))) {
      return;
    }
    while (xml.next() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("v")) {
      if (xml.isEndElement() && xml.getLocalName().equals("c")) {
        return;
      }
    }
    var number = xml.getElementText().strip();
    if (!number.isEmpty() && !isText(number)) {
      throw new BadFile("a cell's text is missing", null);
    }
  }

  private boolean isText(String number) {
    try {
      int index = Integer.parseInt(number);
      return index >= 0 && index < texts;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
      int letter = Character.toUpperCase(reference.charAt(i)) - 'A';
      if (letter < 0 || letter > 25) {
        break;
      }
      column = column * 26 + letter + 1;
    }
    return column;
  }

  private static XMLInputFactory xml() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
