package dev.nightjar.formats;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The encoding of a text.
 *
 * @param markLength bytes of the byte order mark before it
 */
record TextEncoding(Charset charset, int markLength) {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** The high bytes of windows-1252 used in western texts, besides letters. */
  private static final String WESTERN_SIGNS = "€‚„…‘’“”•–—™ŠŒŽšœžŸ\u00a0¡£§©ª«\u00ad®°²³´·º»½¼¿";

  /**
   * @param head the text's first bytes
   * @param declared encoding, if any
   * @throws BadFile if the bytes are not text, or no encoding is certain
   */
  static TextEncoding of(byte[] head, @Nullable Charset declared) {
    var marked = marked(head);
    if (declared != null) {
      int mark = marked != null && marked.charset.equals(declared) ? marked.markLength : 0;
      return checked(head, new TextEncoding(declared, mark));
    }
    var wide = marked == null ? wide(head) : marked;
    return checked(head, wide == null ? new TextEncoding(narrow(head), 0) : wide);
  }

  StrictText open(InputStream bytes) throws IOException {
    bytes.skipNBytes(markLength);
    return new StrictText(bytes, charset);
  }

  /** The first bytes as text, as far as they can be read. */
  String decode(byte[] head) {
    return new String(head, markLength, head.length - markLength, charset);
  }

  private static @Nullable TextEncoding marked(byte[] head) {
    if (at(head, 0) == 0xef && at(head, 1) == 0xbb && at(head, 2) == 0xbf) {
      return new TextEncoding(UTF_8, 3);
    }
    if (at(head, 0) == 0xff && at(head, 1) == 0xfe) {
      boolean isUtf32 = at(head, 2) == 0 && at(head, 3) == 0;
      return isUtf32
          ? new TextEncoding(Charset.forName("UTF-32LE"), 4)
          : new TextEncoding(UTF_16LE, 2);
    }
    if (at(head, 0) == 0xfe && at(head, 1) == 0xff) {
      return new TextEncoding(UTF_16BE, 2);
    }
    return null;
  }

  /** UTF-16 without a mark: every other byte of western text is zero. */
  private static @Nullable TextEncoding wide(byte[] head) {
    int evenZeros = 0;
    int oddZeros = 0;
    int pairs = head.length / 2;
    for (int i = 0; i < pairs; i++) {
      evenZeros += head[2 * i] == 0 ? 1 : 0;
      oddZeros += head[2 * i + 1] == 0 ? 1 : 0;
    }
    if (oddZeros > pairs / 2 && evenZeros < pairs / 20 + 1) {
      return new TextEncoding(UTF_16LE, 0);
    }
    if (evenZeros > pairs / 2 && oddZeros < pairs / 20 + 1) {
      return new TextEncoding(UTF_16BE, 0);
    }
    return null;
  }

  /**
   * UTF-8 if the sample is, or nearly is: a damaged byte must stop the file rather than change its
   * encoding.
   */
  private static Charset narrow(byte[] head) {
    int fine = 0;
    int damaged = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] < 0) {
        int length = sequence(head, i);
        fine += length > 0 ? 1 : 0;
        damaged += length > 0 || head.length - i < 4 ? 0 : 1;
        i += Math.max(length - 1, 0);
      }
    }
    if (damaged <= 1 || fine >= damaged || isNoText(head)) {
      return UTF_8;
    }
    if (isWestern(head)) {
      return WESTERN;
    }
    throw new BadFile("the text is not UTF-8" + guess(head), null);
  }

  private static String guess(byte[] head) {
    var detector = new UniversalDetector();
    detector.handleData(head);
    detector.dataEnd();
    var found = detector.getDetectedCharset();
    return found == null ? "" : "; it could be " + found + ": declare layout.encoding";
  }

  /** Length of the UTF-8 sequence that begins there; 0 if none does. */
  private static int sequence(byte[] head, int from) {
    int first = at(head, from);
    int length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (first >= 0xf5) {
      return 0;
    }
    for (int i = from + 1; i < from + length; i++) {
      if ((at(head, i) & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** Accented letters stand alone among plain ones in western text; elsewhere they come in runs. */
  private static boolean isWestern(byte[] head) {
    var text = new String(head, WESTERN);
    int high = 0;
    int common = 0;
    int runs = 0;
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain += c < 128 && Character.isLetter(c) ? 1 : 0;
      if (c >= 128) {
        high++;
        common += c >= 'À' && c <= 'ÿ' || WESTERN_SIGNS.indexOf(c) >= 0 ? 1 : 0;
        runs += i == 0 || text.charAt(i - 1) < 128 ? 1 : 0;
      }
    }
    return common * 10 >= high * 9 && high * 2 <= runs * 3 && high * 2 <= plain;
  }

  private static TextEncoding checked(byte[] head, TextEncoding found) {
    if (!isWide(found) && isNoText(head)) {
      throw new BadFile("the file is not text", null);
    }
    return found;
  }

  private static boolean isWide(TextEncoding found) {
    return found.charset.name().startsWith("UTF-16") || found.charset.name().startsWith("UTF-32");
  }

  /** Text has next to no control characters. */
  private static boolean isNoText(byte[] head) {
    int controls = 0;
    for (byte each : head) {
      controls += each >= 0 && each < ' ' && "\t\n\f\r\u001a".indexOf(each) < 0 ? 1 : 0;
    }
    return controls * 25 > head.length;
  }

  private static int at(byte[] head, int index) {
    return index < head.length ? head[index] & 0xff : -1;
  }
}
