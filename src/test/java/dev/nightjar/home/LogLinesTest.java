package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogLinesTest {
  private static String line(boolean isJson, String message, @Nullable Throwable thrown) {
    var context = new LoggerContext();
    var lines = new LogLines(isJson);
    lines.setContext(context);
    lines.setPattern("%level %msg%n");
    lines.start();
    var event =
        new LoggingEvent(
            "test", context.getLogger("nightjar"), Level.WARN, message, thrown, new Object[0]);
    return new String(lines.encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void aJsonLineHasTheMarksOfTheNightWhileItRuns() {
    LogLines.mark("night", "2025-01-31");
    LogLines.mark("revision", 2);
    LogLines.mark("stage", "rfm");
    try {
      var json = JsonMapper.shared().readTree(line(true, "It works", null));
      assertThat(json.propertyNames())
          .containsExactly(
              "time", "level", "night", "revision", "stage", "logger", "thread", "message");
      assertThat(json.get("night").asString()).isEqualTo("2025-01-31");
      assertThat(json.get("revision").asInt()).isEqualTo(2);
    } finally {
      LogLines.unmark("night");
      LogLines.unmark("revision");
      LogLines.unmark("stage");
    }
    assertThat(line(true, "It works", null)).doesNotContain("\"night\"");
  }

  @Test
  void aMessageOfManyLinesIsOneJsonLineWithoutControlCharacters() {
    var line = line(true, "a\nb \u001b[31m \u009b", new IllegalStateException("c\nd"));
    assertThat(line).endsWith("}\n");
    assertThat(line.strip()).doesNotContainPattern("[^ -~]");
    var json = JsonMapper.shared().readTree(line);
    assertThat(json.get("message").asString()).isEqualTo("a\nb \u001b[31m \u009b");
    assertThat(json.get("exception").asString()).contains("IllegalStateException: c", "\tat ");
  }

  @Test
  void withoutTheVariableLinesAreText() {
    assertThat(line(false, "It works", null)).isEqualTo("WARN It works\n");
  }

  @Test
  void anUnknownFormIsRefused() {
    assertThatCode(() -> LogLines.check(null)).doesNotThrowAnyException();
    assertThatCode(() -> LogLines.check("json")).doesNotThrowAnyException();
    assertThatThrownBy(() -> LogLines.check("xml"))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("variable NIGHTJAR_LOG: is not a form of the log (expected: text");
  }
}
