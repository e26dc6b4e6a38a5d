package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.FaultySftp;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that fetch from a server that breaks. */
@DatabaseTest
class SftpFaultsTest {
  private static final String NIGHT = "2025-01-31";
  private static final String FILES = "select name, verdict from ingest.files order by file_id";
  private static final int LARGE = 10_000;

  private FaultySftp server;

  @BeforeEach
  void startTheServer(@TempDir Path folder, Shop shop) throws Exception {
    server = FaultySftp.in(folder);
    server.settings("main").forEach(shop::with);
    shop.with("ingest.sftp.main.password=" + FaultySftp.PASSWORD.replace("${", "\\${"));
  }

  @AfterEach
  void stopTheServer() throws Exception {
    server.close();
  }

  @Test
  void aPasswordOfAnyCharactersLetsIn(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line(1));
    shop.run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded");
    assertThat(server.inbox().resolve(".landed/orders-1.csv")).exists();
  }

  @Test
  void aWrongPasswordIsRefusedAndNeverShown(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line(1));
    shop.with("ingest.sftp.main.password=geheim-1234");
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.LOGIN_REFUSED))
        .hasMessageContaining("ingest.sftp.main")
        .hasStackTraceContaining("Auth fail")
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("geheim"));
  }

  @Test
  void aTransferThatBreaksIsRepeatedFromTheBeginning(Shop shop) throws Exception {
    server.deliver("orders-1.csv", large()).deliver("orders-2.csv", ANight.header(), line(-1));
    server.cut(2);
    shop.run(NIGHT);
    assertThat(shop.rows("select name, verdict, lines_loaded from ingest.files order by file_id"))
        .containsExactly("orders-1.csv|loaded|" + LARGE, "orders-2.csv|loaded|1");
    assertThat(landed(shop)).hasSize(2).noneMatch(each -> each.contains(".part-"));
  }

  @Test
  void aLinkOnTheServerIsNotFollowed(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line(1)).deliver("other.csv", "not ours");
    Files.createSymbolicLink(
        server.inbox().resolve("orders-2.csv"), server.inbox().resolve("other.csv"));
    shop.run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded");
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'ingest'").get(0))
        .contains("ingest.sftp.main keeps orders-2.csv, it is a symbolic link");
  }

  @Test
  void aTransferThatAlwaysBreaksLandsNothing(Shop shop) throws Exception {
    server.deliver("orders-1.csv", large());
    server.cut(Integer.MAX_VALUE);
    assertFails(FailureCode.SOURCE_AWAY, () -> shop.run(NIGHT));
    assertThat(shop.rows(FILES)).isEmpty();
    assertThat(landed(shop)).as("at most the left-over part").allMatch(e -> e.contains(".part-"));
    assertThat(server.inbox().resolve("orders-1.csv")).exists();

    server.cut(0);
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows("select name, verdict, lines_loaded from ingest.files"))
        .containsExactly("orders-1.csv|loaded|" + LARGE);
    assertThat(landed(shop)).hasSize(1).noneMatch(each -> each.contains(".part-"));
  }

  @Test
  void aLandedFileThatCannotBeMovedIsNamedAndNeverLoadedTwice(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line(1));
    server.deliver("orders-2.csv", ANight.header(), line(2));
    server.fill(true);
    shop.run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded", "orders-2.csv|loaded");
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'ingest'").get(0))
        .contains("ingest.sftp.main keeps orders-1.csv, it has landed and could not be moved away")
        .contains("ingest.sftp.main keeps orders-2.csv");

    server.fill(false);
    shop.run("2025-02-01");
    assertThat(shop.rows(FILES))
        .containsExactly(
            "orders-1.csv|loaded",
            "orders-2.csv|loaded",
            "orders-1.csv|duplicate",
            "orders-2.csv|duplicate");
    assertThat(shop.rows("select order_number from ingest.order_lines order by 1"))
        .containsExactly("1", "2");
    assertThat(server.inbox().resolve(".landed/orders-2.csv")).exists();
  }

  @Test
  void aFileThatVanishesIsNamedAndTheOthersLand(Shop shop) throws Exception {
    for (int i = 1; i <= 3; i++) {
      server.deliver("orders-%d.csv".formatted(i), ANight.header(), line(i));
    }
    server.takeAway("orders-1.csv");
    shop.run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-2.csv|loaded", "orders-3.csv|loaded");
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'ingest'").get(0))
        .contains("ingest.sftp.main keeps orders-1.csv, it vanished before it was fetched");
  }

  @Test
  void aFileThatMayNotBeReadIsNamedAndTheOthersLand(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line(1));
    server.deliver("orders-2.csv", ANight.header(), line(2));
    server.forbid("orders-1.csv");
    assertFails(FailureCode.LOGIN_REFUSED, () -> shop.run(NIGHT), "orders-1.csv: SftpException");
    assertThat(shop.rows(FILES)).containsExactly("orders-2.csv|landed");
  }

  @Test
  void oneOfTwoServersIsDeadAndTheOtherIsEmptied(Shop shop, @TempDir Path other) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line(1));
    try (var second = FaultySftp.in(other)) {
      second.settings("second").forEach(shop::with);
      second.deliver("orders-1.csv", ANight.header(), line(2));
    }
    shop.with("ingest.sftp.second.password=x");
    shop.deliver("orders-1.csv", ANight.header(), line(3));
    assertFails(
        FailureCode.SOURCE_AWAY,
        () -> shop.run(NIGHT),
        "ingest.sftp.second (sftp://nightjar@localhost:",
        "Connection refused");
    assertThat(shop.rows("select name, verdict, count(*) from ingest.files group by 1, 2"))
        .containsExactly("orders-1.csv|landed|2");
    assertThat(server.inbox().resolve(".landed/orders-1.csv")).exists();
  }

  @Test
  void theSameFileOfTwoServersIsLoadedOnce(Shop shop, @TempDir Path other) throws Exception {
    server.deliver("orders-1.csv", large());
    try (var second = FaultySftp.in(other)) {
      second.settings("second").forEach(shop::with);
      second.deliver("orders-1.csv", large());
      shop.with("ingest.sftp.second.password=" + FaultySftp.PASSWORD).run(NIGHT);
    }
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded");
    assertThat(server.inbox().resolve(".landed/orders-1.csv")).exists();
    assertThat(other.resolve("inbox/.landed/orders-1.csv")).exists();
    assertThat(shop.rows("select count(*) from ingest.order_lines"))
        .containsExactly(String.valueOf(LARGE));
  }

  private static void assertFails(FailureCode code, ThrowingCallable night, String... words) {
    assertThatThrownBy(night)
        .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(code))
        .message()
        .contains("Files could not be fetched from ingest.sftp.")
        .satisfies(message -> assertThat(words).allMatch(message::contains));
  }

  private static java.util.List<String> landed(Shop shop) throws IOException {
    try (var files = Files.walk(shop.folder().resolve("var/landing"))) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }

  private static String stackTrace(Throwable thrown) {
    var text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  private static String[] large() {
    return Stream.concat(
            Stream.of(ANight.header()), IntStream.rangeClosed(1, LARGE).mapToObj(i -> line(i)))
        .toArray(String[]::new);
  }

  private static String line(int number) {
    return number + ",2025-01-10 12:00:00,A,P,1,10.00,completed";
  }
}
