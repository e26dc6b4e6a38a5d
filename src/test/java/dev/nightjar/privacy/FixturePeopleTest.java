package dev.nightjar.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.FixturePeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks through the reports of the tests finds what it is to find. */
class FixturePeopleTest {
  @TempDir Path folder;

  @Test
  void everyValueIsFoundInAReport() throws IOException {
    assertThat(FixturePeople.values()).hasSizeGreaterThan(100);
    for (var value : FixturePeople.values()) {
      Files.writeString(folder.resolve("report.txt"), "before " + value + " after");
      assertThat(FixturePeople.in(List.of(folder))).hasSize(1);
    }
  }

  @Test
  void capitalsDoNotHideIt() throws IOException {
    Files.writeString(folder.resolve("report.txt"), "ZOE@EXAMPLE.COM");
    assertThat(FixturePeople.in(List.of(folder))).hasSize(1);
  }

  @Test
  void whatIsFoundIsNotTold() throws IOException {
    Files.writeString(folder.resolve("report.txt"), "zoe@example.com and more");
    assertThat(FixturePeople.in(List.of(folder.resolve("report.txt"))))
        .containsExactly(folder.resolve("report.txt") + ": 1");
  }

  @Test
  void otherTextsTellNothing() throws IOException {
    Files.writeString(folder.resolve("report.txt"), "nobody@example.com, phone, country");
    assertThat(FixturePeople.in(List.of(folder))).isEmpty();
  }
}
