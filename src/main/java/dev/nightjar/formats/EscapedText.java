package dev.nightjar.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text in which a character takes the meaning from the one behind it, such as {@code \\"}. What it
 * escapes is hidden from a parser of CSV in characters that Unicode reserves for no text, and shown
 * again in the parser's fields.
 *
 * @param escape the character
 * @param delimiter between columns
 * @param quote around columns
 */
record EscapedText(char escape, char delimiter, char quote) {
  private static final char FIRST = '\uFDD0';
  private static final String NULL = "N";

  /** A text with the escaped characters hidden. */
  String hidden(String text) {
    var hidden = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int index = c == escape && i + 1 < text.length() ? special().indexOf(text.charAt(i + 1)) : -1;
      hidden.append(index < 0 ? c : (char) (FIRST + index));
      i += index < 0 ? 0 : 1;
    }
    return hidden.toString();
  }

  /** A field as it was meant; the word for null, an escaped N, is empty. */
  String shown(String field) {
    if (field.length() == 2 && field.charAt(0) == escape && field.endsWith(NULL)) {
      return "";
    }
    var special = special();
    var shown = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      int index = field.charAt(i) - FIRST;
      shown.append(
          index < 0 || index >= special.length() ? field.charAt(i) : special.charAt(index));
    }
    return shown.toString();
  }

  private String special() {
    return "" + escape + quote + delimiter + "\r\n";
  }

  /** A reader of a text with the escaped characters hidden. */
  Reader hiding(Reader text) {
    return new FilterReader(text) {
      private int waiting = -1;

      @Override
      public int read(char[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
          int c = next();
          if (c < 0) {
            return count == 0 ? -1 : count;
          }
          into[from + count++] = (char) c;
          if (count > 0 && waiting < 0 && !in.ready()) {
            return count;
          }
        }
        return count;
      }

      private int next() throws IOException {
        int c = waiting >= 0 ? waiting : in.read();
        waiting = -1;
        if (c != escape) {
          return c;
        }
        waiting = in.read();
        int index = waiting < 0 ? -1 : special().indexOf(waiting);
        if (index < 0) {
          return c;
        }
        waiting = -1;
        return FIRST + index;
      }
    };
  }
}
