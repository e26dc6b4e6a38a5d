package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "100% shop", "${user.home}", "a{}b$c", "`id` (x)[1]", "%d-%i"})
  void logsOfEarlierDaysArePackedNextToTheLog(String name) throws Exception {
    var home = Files.createDirectory(folder.resolve(name));
    var file = Files.writeString(home.resolve("nightjar.log"), "yesterday");
    var written = Files.getLastModifiedTime(file).toInstant();
    Files.setLastModifiedTime(file, FileTime.from(written.minus(Duration.ofDays(1))));
    var before = System.getProperty(LogFile.PROPERTY);
    System.setProperty(LogFile.PROPERTY, file.toString());
    try {
      var context = new LoggerContext();
      context.setMDCAdapter(new LogbackMDCAdapter());
      var encoder = new PatternLayoutEncoder();
      encoder.setContext(context);
      encoder.setPattern("%msg%n");
      encoder.start();
      var log = new LogFile();
      log.setContext(context);
      log.setEncoder(encoder);
      log.start();
      var logger = context.getLogger("test");
      logger.addAppender(log);
      logger.error("today");
      context.stop(); // waits until the packing is done
    } finally {
      if (before == null) {
        System.clearProperty(LogFile.PROPERTY);
      } else {
        System.setProperty(LogFile.PROPERTY, before);
      }
    }
    assertThat(file).hasContent("today");
    try (var files = Files.list(home)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .hasSize(2)
          .anyMatch(each -> each.matches("nightjar\\.log\\.\\d{4}-\\d\\d-\\d\\d\\.0\\.gz"));
    }
  }
}
