package dev.nightjar.deliver;

import static dev.nightjar.deliver.AnOutbox.DATA;
import static dev.nightjar.deliver.AnOutbox.EXTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.FaultySftp;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to an SFTP server that breaks, and whose rename replaces nothing. */
@Tag("slow")
class DeliveryToFaultySftpTest {
  private static final int LARGE = 1 << 20;

  @TempDir Path folder;
  private AnOutbox outbox;
  private FaultySftp server;
  private final List<String> settings = new ArrayList<>();

  @BeforeEach
  void startTheServer(@TempDir Path there) throws Exception {
    outbox = new AnOutbox(folder);
    server = FaultySftp.in(there).withPlainRename();
    settings.addAll(server.delivery("crm"));
    settings.add("deliver.deliveries.crm.sftp.password=" + FaultySftp.PASSWORD);
  }

  @AfterEach
  void stopTheServer() throws Exception {
    server.close();
  }

  @Test
  void aPasswordOfAnyCharactersLetsIn() throws Exception {
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(outbox.extract("one", "two"));
    }
    assertThat(AnOutbox.files(server.inbox())).hasSize(4).containsEntry(DATA, "one");
  }

  @Test
  void aNameThatIsTakenIsReplaced() throws Exception {
    var current = "crm/vip/current.csv";
    try (var delivery = outbox.delivery(settings)) {
      delivery.copy(Path.of(path(outbox.extract("one"))), "crm", current, 1);
      delivery.copy(Path.of(path(outbox.extract("another"))), "crm", current, 1);
    }
    assertThat(server.inbox().resolve(current)).hasContent("another");
  }

  @Test
  void aWrongPasswordIsRefusedOnceAndNeverTold() {
    settings.add("deliver.deliveries.crm.sftp.password=geheim-1234");
    assertThatThrownBy(this::deliverOne)
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContainingAll("tried once", "Auth fail", "the key or password")
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("geheim"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aLoginThatIsCutIsNotRefusedAndTriedAgain(int which) throws Exception {
    settings.add("deliver.deliveries.crm.retries=0");
    server.cutLogin(which);
    assertThatThrownBy(this::deliverOne)
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContainingAll("was cut while the user logged in", "that it can be reached");
    settings.add("deliver.deliveries.crm.retries=1");
    server.cutLogin(which);
    deliverOne();
    assertThat(AnOutbox.files(server.inbox())).hasSize(3).containsEntry(DATA, "one");
  }

  @Test
  void anUploadThatBreaksIsRepeatedFromTheBeginning() throws Exception {
    server.cut(2);
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(outbox.large(LARGE));
    }
    assertThat(server.inbox().resolve(DATA)).hasSize(LARGE);
    assertThat(AnOutbox.files(server.inbox())).hasSize(3);
  }

  @Test
  void anUploadThatAlwaysBreaksLeavesNoMarkerAndLaterComesWhole() throws Exception {
    settings.add("deliver.deliveries.crm.retries=1");
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(outbox.extract("one"));
      server.cut(Integer.MAX_VALUE);
      assertThatThrownBy(() -> delivery.deliver(outbox.large(LARGE)))
          .isInstanceOf(DeliveryFailed.class)
          .hasMessageContainingAll(DATA + " was not delivered", "tried 2 times");
      assertThat(AnOutbox.files(server.inbox()))
          .containsEntry(DATA, "one")
          .doesNotContainKey(EXTRACT + "/_SUCCESS");
      assertThat(server.inbox().resolve(DATA).getParent().toFile().list())
          .as("what no pattern of a reader matches")
          .filteredOn(name -> !DATA.endsWith("/" + name))
          .allMatch(name -> name.matches("\\..*\\.part") || name.equals("datapackage.json"));
      server.cut(0);
      delivery.deliver(outbox.large(LARGE));
      assertThat(AnOutbox.files(server.inbox())).hasSize(3).containsKey(EXTRACT + "/_SUCCESS");
    }
  }

  @Test
  void aFileThatChangesOnTheWayIsNeverGivenItsName() throws Exception {
    server.tamper(true);
    assertThatThrownBy(this::deliverOne)
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContainingAll(
            DATA + " was not delivered to deliver.deliveries.crm (sftp://nightjar@localhost:",
            "tried once: ContentDiffers: read back, its 3 bytes have another SHA-256")
        .hasMessageNotContaining("one ");
    assertThat(AnOutbox.files(server.inbox())).containsOnlyKeys(DeliverySteps.part(DATA));
    server.tamper(false);
    deliverOne();
    assertThat(AnOutbox.files(server.inbox())).hasSize(3).containsEntry(DATA, "one");
  }

  @Test
  void aFullServerIsTold() throws Exception {
    settings.add("deliver.deliveries.crm.retries=1");
    server.fill(true);
    assertThatThrownBy(this::deliverOne)
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContainingAll("tried 2 times: SftpException: ", "has space left");
    server.fill(false);
    deliverOne();
    assertThat(AnOutbox.files(server.inbox())).hasSize(3);
  }

  private void deliverOne() throws DeliveryFailed {
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(outbox.extract("one"));
    }
  }

  private static String path(Extract extract) {
    return extract.path().toString();
  }

  private static String stackTrace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
