package dev.nightjar.deliver;

import static dev.nightjar.deliver.AnOutbox.DATA;
import static dev.nightjar.deliver.AnOutbox.EXTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.Background;
import dev.nightjar.kit.OpenSsh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries to a real OpenSSH server. */
@Tag("slow")
class DeliveryToOpenSshTest {
  private static final int LARGE = 64 << 20;

  @TempDir Path folder;
  private AnOutbox outbox;
  private OpenSsh server;
  private final List<String> settings = new ArrayList<>();

  @BeforeEach
  void startTheServer(@TempDir Path there) throws Exception {
    outbox = new AnOutbox(folder);
    server = OpenSsh.in(there);
    settings.addAll(server.delivery("crm"));
  }

  @AfterEach
  void stopTheServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void anExtractComesWholeAndOnceMoreTheSame() throws Exception {
    try (var delivery = outbox.delivery(settings)) {
      var files = delivery.deliver(outbox.extract("one", "two"));
      assertThat(files).hasSize(4);
      var there = AnOutbox.files(server.inbox());
      assertThat(there).hasSize(4).containsEntry(DATA, "one").containsKey(EXTRACT + "/_SUCCESS");
      assertThat(delivery.deliver(outbox.extract("one", "two"))).isEqualTo(files);
      assertThat(AnOutbox.files(server.inbox())).isEqualTo(there);
      assertThat(delivery.deliver(outbox.extract("1"))).hasSize(3);
      assertThat(AnOutbox.files(server.inbox())).hasSize(3).containsEntry(DATA, "1");
    }
  }

  @Test
  void aNameThatIsTakenIsReplacedInOneStep() throws Exception {
    var current = "crm/vip/current.csv";
    var file = server.inbox().resolve(current);
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(outbox.extract("one"));
      delivery.copy(Path.of(DATA), "crm", current, 1);
      var looking = new CompletableFuture<Void>();
      var gaps =
          Background.start(
              () -> {
                int found = 0;
                while (!looking.isDone()) {
                  found += Files.exists(file) ? 0 : 1;
                }
                return found;
              });
      for (int i = 0; i < 20; i++) {
        outbox.write(DATA, "copy " + i);
        delivery.copy(Path.of(DATA), "crm", current, 1);
      }
      looking.complete(null);
      assertThat(gaps.join()).as("moments without the file").isZero();
      assertThat(file).hasContent("copy 19");
    }
  }

  @Test
  void aConnectionKilledInMidUploadIsMadeAgain() throws Exception {
    settings.add("deliver.deliveries.crm.retries=6"); // three seconds in all
    boolean isInterrupted = false;
    try (var delivery = outbox.delivery(settings)) {
      // where this machine stops for a second, an upload can be over before the server is killed
      for (int i = 0; i < 5 && !isInterrupted; i++) {
        var isOver = new AtomicBoolean();
        var killed = Background.start(() -> interruptAnUpload(isOver));
        delivery.deliver(outbox.large(LARGE));
        isOver.set(true);
        isInterrupted = killed.join();
      }
    }
    assertThat(isInterrupted).as("the server was killed in mid-upload").isTrue();
    assertThat(server.inbox().resolve(DATA)).hasSize(LARGE);
    assertThat(AnOutbox.files(server.inbox())).hasSize(3);
  }

  @Test
  void aServerThatStaysDeadIsToldAndDeliveredToLater() throws Exception {
    settings.add("deliver.deliveries.crm.retries=1");
    var extract = outbox.extract("one");
    server.close();
    try (var delivery = outbox.delivery(settings)) {
      assertThatThrownBy(() -> delivery.deliver(extract))
          .isInstanceOf(DeliveryFailed.class)
          .hasMessageContainingAll(
              EXTRACT + " was not prepared in deliver.deliveries.crm (sftp://",
              "tried 2 times: ConnectException: Connection refused.",
              "Check that it can be reached");
      server.start();
      delivery.deliver(extract);
    }
    assertThat(AnOutbox.files(server.inbox())).hasSize(3);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var delivery = outbox.delivery(settingsOf(silent.getLocalPort()))) {
      var began = System.nanoTime();
      assertThatThrownBy(() -> delivery.deliver(outbox.extract("one")))
          .isInstanceOf(DeliveryFailed.class)
          .hasMessageContaining("tried once");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(40));
    }
  }

  @Test
  void anotherHostKeyIsRefusedOnceAndNothingIsSent() throws Exception {
    server.newKey("other");
    Files.writeString(server.file("known_hosts"), server.knownHost("other"));
    assertRefused("known-hosts");
    assertThat(server.inbox()).isEmptyDirectory();
  }

  @Test
  void anotherKeyOfTheUserIsRefusedOnce() throws Exception {
    server.newKey("other");
    settings.add("deliver.deliveries.crm.sftp.key-file=" + server.file("other"));
    assertRefused("Auth fail", "the rights");
  }

  @Test
  void aFolderThatIsNotThereIsNotMade() throws Exception {
    settings.add("deliver.deliveries.crm.sftp.path=" + server.inbox().resolve("mistyped"));
    assertRefused("Check that the folder or bucket is there");
    assertThat(server.inbox()).isEmptyDirectory();
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsTold() throws Exception {
    if (System.getProperty("user.name").equals("root")) {
      server.letIn("nobody"); // root may write everywhere
      settings.add("deliver.deliveries.crm.sftp.user=nobody");
    }
    Files.setPosixFilePermissions(server.inbox(), PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefused("Permission denied", "the rights there");
  }

  private void assertRefused(String... words) {
    try (var delivery = outbox.delivery(settings)) {
      assertThatThrownBy(() -> delivery.deliver(outbox.extract("one")))
          .isInstanceOf(DeliveryFailed.class)
          .hasMessageContainingAll(words)
          .hasMessageContaining("tried once");
    }
  }

  private List<String> settingsOf(int port) {
    var others = new ArrayList<>(settings);
    others.add("deliver.deliveries.crm.sftp.port=" + port);
    others.add("deliver.deliveries.crm.retries=0");
    return others;
  }

  /**
   * Waits for the beginning of a large file, kills the server, and starts it again later.
   *
   * @return false if the upload was over before
   */
  private boolean interruptAnUpload(AtomicBoolean isOver) {
    try {
      var part = server.inbox().resolve(DeliverySteps.part(DATA));
      while (size(part) < 1 << 20) {
        if (isOver.get()) {
          return false;
        }
        Thread.sleep(1);
      }
      server.close();
      boolean isInMidUpload = Files.exists(part) && size(part) < LARGE;
      Thread.sleep(1000);
      server.start();
      return isInMidUpload;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
