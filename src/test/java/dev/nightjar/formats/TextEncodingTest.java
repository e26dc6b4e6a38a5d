package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
  private static final String[] LINES = {
    "name,city", "Zoë,Zürich", "François,Orléans", "Jürgen,Köln"
  };

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void usualEncodingsAreDetectedWithoutAMark(String encoding) {
    assertThat(AFile.of(Charset.forName(encoding), LINES).read(AFile.ANY))
        .startsWith("csv, comma, " + encoding, "name|city", "2: Zoë|Zürich");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void aMarkTellsTheEncodingAndIsNoText(String encoding) {
    var marked = LINES.clone();
    marked[0] = "\uFEFF" + marked[0];
    var file = AFile.of(Charset.forName(encoding), marked);
    assertThat(file.read(AFile.ANY)).startsWith("csv, comma, " + encoding, "name|city");
    assertThat(file.read(AFile.encoded(encoding)))
        .startsWith("csv, comma, " + encoding, "name|city");
  }

  @Test
  void aDeclaredEncodingIsTakenAtItsWord() {
    var file = AFile.of(Charset.forName("windows-1250"), "name,city", "Łukasz,Łódź");
    assertThat(file.read(AFile.encoded("windows-1250"))).contains("2: Łukasz|Łódź");
    assertThatThrownBy(
            () -> AFile.of(StandardCharsets.ISO_8859_1, LINES).read(AFile.encoded("UTF-8")))
        .isInstanceOf(BadFile.class)
        .hasMessage("the text is not UTF-8");
  }

  @Test
  void otherEncodingsAreRefusedRatherThanReadWrong() {
    var polish =
        "Łukasz Świątek,Łódź\nStanisław Wójcik,Gdańsk\nMałgorzata Dąbrowska,Poznań\n".repeat(50);
    var greek = "Γιώργος Παπαδόπουλος,Αθήνα\nΕλένη Νικολάου,Θεσσαλονίκη\n".repeat(50);
    var russian = "Иван Петров,Москва\nОльга Смирнова,Казань\n".repeat(50);
    var japanese = "山田太郎,東京\n鈴木花子,大阪\n".repeat(50);
    assertRefused(polish, "windows-1250");
    assertRefused(greek, "windows-1253");
    assertRefused(russian, "windows-1251");
    assertRefused(japanese, "Shift_JIS");
    assertThatThrownBy(() -> AFile.of(Charset.forName("windows-1251"), russian).read(AFile.ANY))
        .hasMessage("the text is not UTF-8; it could be WINDOWS-1251: declare layout.encoding");
  }

  private static void assertRefused(String text, String encoding) {
    assertThatThrownBy(() -> AFile.of(Charset.forName(encoding), text).read(AFile.ANY))
        .as(encoding)
        .isInstanceOf(BadFile.class)
        .hasMessageStartingWith("the text is not UTF-8");
  }

  @Test
  void aDamagedByteInUtf8IsABadFileWithItsLine() {
    var lines = new String[5001];
    lines[0] = "order,name";
    for (int i = 1; i <= 5000; i++) {
      lines[i] = i + ",Zoë";
    }
    var file = AFile.of(lines);
    var text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    for (int line : new int[] {1, 2, 700, 3000, 4999}) {
      int at = text.indexOf("\n" + line + ",") + 1;
      assertThatThrownBy(() -> file.at(at, 0xe9).read(AFile.ANY))
          .isInstanceOfSatisfying(BadFile.class, e -> assertThat(e.line()).isEqualTo(line + 1L))
          .hasMessage("the text is not UTF-8");
    }
  }

  @Test
  void aSingleHighByteInPlainTextIsDamageAndNoEncoding() {
    var file = AFile.of("order,name", "1,Ann", "2,Bob").at(20, 0xe9);
    assertThatThrownBy(() -> file.read(AFile.ANY))
        .isInstanceOfSatisfying(BadFile.class, e -> assertThat(e.line()).isEqualTo(3))
        .hasMessage("the text is not UTF-8");
  }

  @Test
  void noiseIsNoText() {
    var noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    noise[0] = 'a';
    assertThatThrownBy(() -> new AFile(noise).read(AFile.ANY)).hasMessage("the file is not text");
    assertThatThrownBy(() -> new AFile(noise).read(AFile.encoded("windows-1252")))
        .hasMessage("the file is not text");
  }

  @Test
  void aNulInTextIsLeftForItsLine() {
    var file = AFile.of("order,name", "1,Ann".repeat(20), "2,B\0b");
    assertThat(file.read(AFile.ANY)).contains("3: 2|B\0b");
  }
}
