package dev.nightjar.formats;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The damaged files through the ingest stage: each is loaded or set aside, each line counted. */
@DatabaseTest
class DamagedFilesNightTest {
  private static final String SOURCE = "ingest.sources.shop-orders.";

  @Test
  void everyFileAndLineIsAccountedForAndNoValueIsLogged(Shop shop) {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    var files = DamagedFiles.of(2);
    files.forEach((name, file) -> shop.deliver(name, file.bytes()));

    // the files have no status
    var report =
        shop.with(SOURCE + "files=*")
            .with(SOURCE + "columns.status=customer_id")
            .with(SOURCE + "expect.max-reject-share=0.9")
            .ingest("2025-01-31");

    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    assertThat(shop.rows("select count(*) from ingest.files"))
        .containsExactly(String.valueOf(files.size()));
    assertThat(shop.rows("select name from ingest.files where verdict = 'landed'")).isEmpty();
    assertThat(shop.rows("select name from ingest.files where verdict = 'quarantined'"))
        .hasSizeGreaterThan(200);
    assertThat(shop.rows("select name from ingest.files where verdict = 'loaded'"))
        .hasSizeGreaterThan(50);
    assertThat(
            shop.rows(
                "select name from ingest.files where verdict = 'quarantined' and reason = ''"))
        .isEmpty();
    assertThat(shop.rows(UNACCOUNTED)).isEmpty();
    var texts = report.summary() + String.join("\n", shop.rows("select reason from ingest.files"));
    texts += log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(joining("\n"));
    assertThat(texts).contains("is quarantined").doesNotContain(DamagedFiles.CUSTOMER);
  }

  private static final String UNACCOUNTED =
      """
      select name, lines_read, lines_loaded, lines_rejected, loaded.lines, rejected.lines
      from ingest.files
      left join lateral (
        select count(*) as lines from ingest.order_lines where file_id = files.file_id) loaded on true
      left join lateral (
        select count(*) as lines from ingest.rejects where file_id = files.file_id) rejected on true
      where verdict = 'loaded' and (lines_read, lines_loaded, lines_rejected)
          <> (loaded.lines + rejected.lines, loaded.lines, rejected.lines)
        or verdict <> 'loaded' and loaded.lines > 0
      """;
}
