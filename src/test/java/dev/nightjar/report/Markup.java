package dev.nightjar.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page, read as the XML that it is too. */
final class Markup {
  private final Document document;

  Markup(String page) {
    try {
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    } catch (Exception e) {
      throw new IllegalStateException("not well-formed", e);
    }
  }

  /** The texts of a table's rows, without its heading. */
  List<List<String>> table(String caption) {
    var tables = document.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      var table = (Element) tables.item(i);
      if (table.getElementsByTagName("caption").item(0).getTextContent().equals(caption)) {
        return rows((Element) table.getElementsByTagName("tbody").item(0));
      }
    }
    throw new IllegalStateException("there is no table " + caption);
  }

  private static List<List<String>> rows(Element body) {
    var rows = new ArrayList<List<String>>();
    for (var row : elements(body.getElementsByTagName("tr"))) {
      rows.add(elements(row.getChildNodes()).stream().map(Element::getTextContent).toList());
    }
    return rows;
  }

  /** Values of an attribute, wherever it is. */
  List<String> all(String attribute) {
    return elements(document.getElementsByTagName("*")).stream()
        .map(each -> each.getAttribute(attribute))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static List<Element> elements(NodeList nodes) {
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
