package dev.nightjar.home;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunbookTest {
  private static final Path RUNBOOK = Path.of("ops/runbook.md");
  private static final Pattern CODE = Pattern.compile("## +([A-Z][A-Z_]+)");

  @Test
  void everyFailureCodeHasItsHeadingAndEveryHeadingItsCode() throws IOException {
    assertThat(codes(Files.readAllLines(RUNBOOK)))
        .as("headings of codes in " + RUNBOOK)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FailureCode.values()).map(Enum::name).toList());
  }

  @Test
  void everyFailureCodeIsInTheRowOfItsExitCode() throws IOException {
    var rows =
        Files.readAllLines(RUNBOOK).stream()
            .filter(line -> line.matches("\\| \\d+ \\| .*"))
            .toList();
    for (var code : FailureCode.values()) {
      var row = "| " + code.exitCode() + " | ";
      assertThat(rows)
          .filteredOn(line -> List.of(line.split("[ ,|]+")).contains(code.name()))
          .as("rows with %s", code)
          .singleElement(as(STRING))
          .startsWith(row);
    }
    for (var signal : List.of(130, 137, 143)) {
      assertThat(rows).anySatisfy(line -> assertThat(line).startsWith("| " + signal + " | "));
    }
  }

  @Test
  void everyCodeIsFollowedByAnAdvice() throws IOException {
    var sections = Files.readString(RUNBOOK).split("(?m)^(?=## )");
    assertThat(Arrays.stream(sections).filter(each -> CODE.matcher(each).lookingAt()))
        .allMatch(each -> each.lines().skip(1).anyMatch(line -> !line.isBlank()));
  }

  @Test
  void onlyHeadingsOfTheSecondLevelAreCodes() {
    var lines =
        List.of("# RUNBOOK", "## First night", "## AUDIT_FAILED", "### RUN", "AUDIT_FAILED");
    assertThat(codes(lines)).containsExactly("AUDIT_FAILED");
  }

  private static List<String> codes(List<String> lines) {
    return lines.stream()
        .map(line -> CODE.matcher(line.strip()))
        .filter(heading -> heading.matches())
        .map(heading -> heading.group(1))
        .toList();
  }
}
