package dev.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation whose second half is generated. What is above the mark is written by
 * hand.
 */
public final class GeneratedPage {
  private static final String MARK = "<!-- Generated below this line: ";

  private GeneratedPage() {}

  /**
   * Compares a page with what it should be; with {@code -Dnightjar.write=true}, rewrites it.
   *
   * @param test that generates it
   */
  public static void hasBelowItsMark(Path page, Class<?> test, String generated)
      throws IOException {
    var command = "./nightjar test -Dtest=%s -Dnightjar.write=true".formatted(test.getSimpleName());
    var written = Files.readString(page);
    assertThat(written).as("%s must have its mark", page).contains(MARK);
    var expected =
        written.substring(0, written.indexOf(MARK)) + MARK + command + " -->\n\n" + generated;
    if (Boolean.getBoolean("nightjar.write")) {
      Files.writeString(page, expected);
    } else {
      assertThat(written).as("%s is out of date. Next: %s", page, command).isEqualTo(expected);
    }
  }
}
