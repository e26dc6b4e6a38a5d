package dev.nightjar.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The encodings in which a file of unknown encoding is text. */
public final class FittingEncodings {
  private static final List<String> USUAL =
      List.of(
          "windows-1252",
          "windows-1250",
          "windows-1251",
          "windows-1253",
          "windows-1254",
          "windows-1257",
          "windows-1255",
          "windows-1256",
          "ISO-8859-2",
          "KOI8-R",
          "IBM850",
          "IBM852",
          "x-MacRoman",
          "Shift_JIS",
          "EUC-JP",
          "GB18030",
          "Big5",
          "EUC-KR",
          "UTF-16LE",
          "UTF-16BE");

  private static final int MOST_LINES = 1000;

  private FittingEncodings() {}

  /**
   * An encoding that fits.
   *
   * @param line the line with the most characters beyond ASCII, read in it. PII.
   */
  public record Sample(String encoding, String line) {}

  /** The usual encodings in which the beginning of a file is text, and a line of each. */
  public static List<Sample> of(Path file) throws IOException {
    try (var contents = Contents.of(file)) {
      var samples = new LinkedHashMap<String, Sample>();
      for (var name : USUAL) {
        var line = line(contents.head(), Charset.forName(name));
        if (line != null) {
          samples.putIfAbsent(line, new Sample(name, line));
        }
      }
      return List.copyOf(samples.values());
    }
  }

  private static @Nullable String line(byte[] head, Charset encoding) {
    var decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // the sample can end within a character
    for (int cut = 0; cut < Math.min(4, head.length); cut++) {
      try {
        var text =
            decoder.decode(ByteBuffer.wrap(Arrays.copyOf(head, head.length - cut))).toString();
        return isText(text) ? mostForeign(text) : null;
      } catch (CharacterCodingException e) {
        decoder.reset();
      }
    }
    return null;
  }

  private static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.isISOControl(c) && "\t\n\f\r\u001a".indexOf(c) < 0
                    || !Character.isDefined(c)
                    || Character.getType(c) == Character.PRIVATE_USE);
  }

  private static @Nullable String mostForeign(String text) {
    return text.lines()
        .limit(MOST_LINES)
        .filter(line -> foreign(line) > 0)
        .max(Comparator.comparing(FittingEncodings::foreign))
        .orElse(null);
  }

  private static long foreign(String line) {
    return line.chars().filter(c -> c > 127).count();
  }
}
