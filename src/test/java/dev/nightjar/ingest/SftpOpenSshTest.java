package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.OpenSsh;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that fetch from a real OpenSSH server. */
@DatabaseTest
class SftpOpenSshTest {
  private static final String NIGHT = "2025-01-31";
  private static final String FILES = "select name, verdict from ingest.files order by name";
  private static final String NUMBERS =
      "select order_number from ingest.order_lines order by file_id, line_number";

  private OpenSsh server;

  @BeforeEach
  void startTheServer(@TempDir Path folder, Shop shop) throws Exception {
    server = OpenSsh.in(folder);
    server.settings("main").forEach(shop::with);
  }

  @AfterEach
  void stopTheServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aKeyLetsInAndLandedFilesMoveToTheArchive(Shop shop) throws Exception {
    // more than one, and in another order than they were written
    server.deliver("orders-2.csv", ANight.header(), line("2"));
    server.deliver("orders-1.csv", ANight.header(), line("1"));
    server.deliver("notes.txt", "for nobody");
    shop.deliver("orders-0.csv", ANight.header(), line("0")).run(NIGHT);
    assertThat(shop.rows(FILES))
        .containsExactly("orders-0.csv|loaded", "orders-1.csv|loaded", "orders-2.csv|loaded");
    assertThat(
            shop.rows("select name from ingest.files where name > 'orders-0.d' order by file_id"))
        .containsExactly("orders-1.csv", "orders-2.csv");
    assertThat(names("")).containsExactly(".landed", "notes.txt");
    assertThat(names(".landed")).containsExactly("orders-1.csv", "orders-2.csv");
  }

  @Test
  void landedFilesAreDeletedWhereThatIsWanted(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line("1"));
    shop.with("ingest.sftp.main.after=delete").run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded");
    assertThat(names("")).isEmpty();
  }

  @Test
  void aFileWaitsForItsDoneFile(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line("1")).deliver("orders-1.csv.done", "");
    server.deliver("orders-2.csv", ANight.header(), line("2"));
    server.deliver("orders-3.csv", ANight.header(), line("3")).deliver("orders-3.csv.done", "");
    shop.with("ingest.sftp.main.done-file={name}.done").run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded", "orders-3.csv|loaded");
    assertThat(names("")).containsExactly(".landed", "orders-2.csv");
    server.deliver("orders-2.csv.done", "");
    shop.runAgain(NIGHT);
    assertThat(names("")).containsExactly(".landed");
    assertThat(shop.rows(NUMBERS)).containsExactly("1", "3", "2");
  }

  @Test
  void anotherHostKeyIsRefused(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header(), line("1"));
    server.newKey("other");
    Files.writeString(server.file("known_hosts"), server.knownHost("other"));
    assertFails(shop, FailureCode.HOST_KEY_CHANGED, "ingest.sftp.main", "known-hosts");
    Files.writeString(server.file("known_hosts"), server.knownHost("host_key"));
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded");
  }

  @Test
  void anUnknownHostKeyIsRefused(Shop shop) throws Exception {
    Files.writeString(server.file("known_hosts"), "");
    assertFails(shop, FailureCode.HOST_KEY_CHANGED, "ingest.sftp.main", "known-hosts");
    assertThat(server.file("known_hosts")).as("nothing is learnt").isEmptyFile();
  }

  @Test
  void aWrongKeyOfTheUserIsRefused(Shop shop) throws Exception {
    server.newKey("other");
    shop.with("ingest.sftp.main.key-file=" + server.file("other"));
    assertFails(shop, FailureCode.LOGIN_REFUSED, "ingest.sftp.main", "the key");
  }

  @Test
  void aVanishedFolderIsAFailureAndNeverNoFiles(Shop shop) throws Exception {
    Files.delete(server.inbox());
    assertFails(shop, FailureCode.FOLDER_MISSING, "ingest.sftp.main", "folder");
    assertThat(server.inbox()).as("it is not made").doesNotExist();
  }

  @Test
  void aDeadServerIsAFailureAndNeverNoFiles(Shop shop) throws Exception {
    server.close();
    server.deliver("orders-1.csv", ANight.header(), line("1"));
    shop.deliver("orders-0.csv", ANight.header(), line("0"));
    assertFails(shop, FailureCode.SOURCE_AWAY, "ingest.sftp.main", "Connection refused");
    assertThat(shop.rows(FILES)).as("the other inbox").containsExactly("orders-0.csv|landed");
    server.start();
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows(FILES)).containsExactly("orders-0.csv|loaded", "orders-1.csv|loaded");
  }

  @Test
  void aFileThatIsStillWrittenLandsOnceAndWhole(Shop shop) throws Exception {
    server.deliver("orders-1.csv", ANight.header());
    var file = server.inbox().resolve("orders-1.csv");
    writtenNow(file);
    shop.with("ingest.sftp.main.min-age=3s");
    var threads = Executors.newSingleThreadExecutor();
    try {
      var writer =
          threads.submit(
              () -> {
                for (int i = 1; i <= 40; i++) {
                  Files.writeString(file, line("" + i) + "\n", StandardOpenOption.APPEND);
                  writtenNow(file);
                  Thread.sleep(50);
                }
                return Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
              });
      shop.run(NIGHT);
      assertThat(writer).as("the night waited for the writer").isDone();
      writer.get();
    } finally {
      threads.shutdownNow();
    }
    assertThat(shop.rows("select name, lines_loaded from ingest.files"))
        .containsExactly("orders-1.csv|40");
    assertThat(names("")).containsExactly(".landed");
  }

  /** As if it were just written, however long this machine then stops between two lines. */
  private static void writtenNow(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
  }

  @Test
  void aFileThatMayNotBeReadIsNamedAndTheOthersLand(Shop shop) throws Exception {
    if (System.getProperty("user.name").equals("root")) {
      // root may read everything
      server.letIn("nobody");
      shop.with("ingest.sftp.main.user=nobody");
    }
    server.deliver("orders-1.csv", ANight.header(), line("1"));
    server.deliver("orders-2.csv", ANight.header(), line("2"));
    Files.setPosixFilePermissions(server.inbox().resolve("orders-1.csv"), Set.of());
    assertFails(shop, FailureCode.LOGIN_REFUSED, "ingest.sftp.main", "orders-1.csv: SftpException");
    assertThat(shop.rows(FILES)).containsExactly("orders-2.csv|landed");
  }

  private static void assertFails(Shop shop, FailureCode code, String... words) {
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContainingAll(words)
        .hasMessageContaining("Next: nightjar resume --date " + NIGHT);
  }

  private List<String> names(String below) {
    var names = server.inbox().resolve(below).toFile().list();
    var sorted = new ArrayList<>(List.of(names == null ? new String[0] : names));
    Collections.sort(sorted);
    return sorted;
  }

  private static String line(String number) {
    return number + ",2025-01-10 12:00:00,A,P,1,10.00,completed";
  }
}
