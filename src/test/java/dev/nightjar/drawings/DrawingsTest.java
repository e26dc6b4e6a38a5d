package dev.nightjar.drawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingsTest {
  private static final double[] WIDTHS = {300, 360, 920};
  private static final double LEAST_CONTRAST = 4.5;

  static Stream<String> names() {
    return Gallery.pictures().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void textIsNeverCoveredNorCutOff(String name) {
    for (double width : WIDTHS) {
      assertThat(Paint.of(Gallery.pictures().get(name).draw(width)).hidden())
          .as("%s at %s", name, width)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void textHasContrastToWhatLiesUnderIt(String name) {
    for (double width : WIDTHS) {
      assertThat(Paint.of(Gallery.pictures().get(name).draw(width)).faint(LEAST_CONTRAST))
          .as("%s at %s", name, width)
          .isEmpty();
    }
  }

  @Test
  void textHasContrastOnPages() {
    var page = Theme.all().get("page");
    for (var name : new String[] {"words", "faint", "accented"}) {
      var text = Theme.all().get(name);
      assertThat(Theme.contrast(text.light(), page.light())).as(name).isGreaterThan(LEAST_CONTRAST);
      assertThat(Theme.contrast(text.dark(), page.dark())).as(name).isGreaterThan(LEAST_CONTRAST);
    }
  }

  @Test
  void checksFindFaintCoveredAndCutOffText() {
    var canvas = new Canvas(100);
    canvas.rect(0, 0, 100, 40, Theme.tone(8));
    canvas.text(5, 20, Shapes.START, "ink", 12, "faint");
    canvas.text(7, 22, Shapes.START, "paper", 12, "covering");
    canvas.text(90, 90, Shapes.START, "ink", 12, "cut off");
    var paint = Paint.of(canvas.drawing("t", "d", 100));
    assertThat(paint.faint(LEAST_CONTRAST)).anyMatch(each -> each.startsWith("faint"));
    assertThat(paint.hidden())
        .anyMatch(each -> each.equals("under covering: faint"))
        .anyMatch(each -> each.startsWith("cut off: cut off"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void sameValuesGiveSameBytes(String name) {
    var first = Gallery.pictures().get(name).draw(920).file();
    assertThat(Gallery.pictures().get(name).draw(920).file()).isEqualTo(first);
    assertThat(first).doesNotContain("NaN", "Infinity", "<script", "<b>", "http://www.w3.org/1999");
  }

  @Test
  void picturesAreNamedForReadersWhoHearThem() {
    var markup = Gallery.pictures().get("bars, plain").draw(600).inPage("b").toString();
    assertThat(markup)
        .startsWith("<svg viewBox=")
        .contains(
            "role=\"img\"",
            "aria-labelledby=\"b-title b-desc\"",
            "<title id=\"b-title\">Revenue</title>",
            "<desc id=\"b-desc\">By segment.</desc>",
            "<title>Champions: 400.00 of everything</title>");
  }

  @Test
  void linksCanBeReachedWithTheKeyboard() {
    var markup = Gallery.pictures().get("treemap, plain").draw(600).inPage("b").toString();
    assertThat(markup)
        .contains("role=\"group\"", "<a href=\"/segments?name=0&amp;x\" aria-label=\"Champions");
  }

  @Test
  void treemapAreasAreInProportion() {
    var sizes = new double[] {600, 300, 60, 30, 9, 1};
    var areas = Squares.of(sizes, 200, 50);
    for (int i = 0; i < sizes.length; i++) {
      var area = areas.get(i);
      assertThat(area.width() * area.height()).isCloseTo(sizes[i] * 10, offset(1e-6));
      assertThat(area.x() + area.width()).isLessThanOrEqualTo(200 + 1e-9);
      assertThat(area.y() + area.height()).isLessThanOrEqualTo(50 + 1e-9);
    }
  }

  @Test
  void numbersFollowTheLocale() {
    assertThat(new Figures(Locale.GERMANY).decimal(1234.5, 1)).isEqualTo("1.234,5");
    assertThat(new Figures(Locale.ENGLISH).decimal(-0.04, 1)).isEqualTo("0.0");
    assertThat(new Figures(Locale.ENGLISH).percent(-0.0001)).isEqualTo("0.0%");
    assertThat(new Figures(Locale.ENGLISH).brief(988_563)).isEqualTo("989k");
  }

  @Test
  void largeNumbersAreRounded() {
    assertThat(
            DoubleStream.of(0, 0.04, 2.5, 9999.4, 9999.6, 99949, 99951, 999499, 999501, -2500000)
                .mapToObj(new Figures(Locale.ROOT)::brief))
        .containsExactly(
            "0", "0.0", "2.5", "9,999", "10.0k", "99.9k", "100k", "999k", "1.0M", "-2.5M");
  }

  /** Writes every picture where it can be looked at. */
  @Test
  void picturesCanBeLookedAt() throws IOException {
    var folder = Files.createDirectories(Path.of("target", "drawings"));
    for (var each : Gallery.pictures().entrySet()) {
      for (int width : new int[] {360, 920}) {
        var file = folder.resolve(each.getKey().replaceAll("\\W+", "-") + "-" + width + ".svg");
        Files.writeString(file, each.getValue().draw(width).file());
        assertThat(file).isNotEmptyFile();
      }
    }
  }
}
