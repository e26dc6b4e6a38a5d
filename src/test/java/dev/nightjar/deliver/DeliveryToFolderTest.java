package dev.nightjar.deliver;

import static dev.nightjar.deliver.AnOutbox.DATA;
import static dev.nightjar.deliver.AnOutbox.EXTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.deliver.ExtractUpload.Delivered;
import dev.nightjar.transport.FileDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryToFolderTest {
  @TempDir Path folder;
  private AnOutbox outbox;
  private Path extracts;

  @BeforeEach
  void anOutbox() {
    outbox = new AnOutbox(folder);
    extracts = folder.resolve("extracts");
  }

  @Test
  void dataComesFirstThenTheManifestThenTheMarker() throws Exception {
    try (var delivery = outbox.delivery(List.of())) {
      var files = delivery.deliver(outbox.extract("one", "two"));
      assertThat(files.stream().map(Delivered::path))
          .containsExactly(
              DATA,
              EXTRACT + "/vip__2025-01-31__full-2.csv",
              EXTRACT + "/datapackage.json",
              EXTRACT + "/_SUCCESS");
      assertThat(files.get(0))
          .isEqualTo(
              new Delivered(
                  DATA,
                  "full",
                  1,
                  new FileDigest(
                      3, "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed")));
    }
    assertThat(AnOutbox.files(extracts))
        .containsEntry(DATA, "one")
        .containsEntry(EXTRACT + "/_SUCCESS", "")
        .hasSize(4);
  }

  @Test
  void aDestinationHasAFolderOfItsOwn() throws Exception {
    var settings = List.of("deliver.deliveries.crm.folder=elsewhere/crm");
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(outbox.extract("one"));
    }
    assertThat(AnOutbox.files(folder.resolve("elsewhere/crm"))).containsEntry(DATA, "one");
    assertThat(extracts).doesNotExist();
  }

  @Test
  void whatALongerDeliveryLeftIsRemovedAndWhatOthersPutThereStays() throws Exception {
    try (var delivery = outbox.delivery(List.of())) {
      delivery.deliver(outbox.extract("one", "two", "three"));
      var place = extracts.resolve(EXTRACT);
      Files.writeString(place.resolve("read-me.txt"), "theirs");
      Files.writeString(place.resolve(".part-vip__2025-01-31__full-9.csv.part"), "cut o");
      Files.writeString(place.resolve(".part-vip__2025-01-31__full-8.csv"), "of 0.1.0");
      delivery.deliver(outbox.extract("1"));
      assertThat(place.toFile().list())
          .containsExactlyInAnyOrder(
              "vip__2025-01-31__full.csv", "datapackage.json", "_SUCCESS", "read-me.txt");
    }
  }

  @Test
  void anExtractThatDoesNotComeWholeHasNoMarker() throws Exception {
    try (var delivery = outbox.delivery(List.of("deliver.deliveries.crm.retries=1"))) {
      delivery.deliver(outbox.extract("one"));
      var second = extracts.resolve(EXTRACT).resolve("vip__2025-01-31__full-2.csv");
      Files.createDirectories(second.resolve("in the way"));
      assertThatThrownBy(() -> delivery.deliver(outbox.extract("1", "2")))
          .isInstanceOf(DeliveryFailed.class)
          .hasMessageContainingAll(
              "vip__2025-01-31__full-2.csv was not delivered to deliver.deliveries.crm (extracts)",
              "tried 2 times");
      assertThat(extracts.resolve(EXTRACT).resolve("_SUCCESS")).doesNotExist();
      Files.delete(second.resolve("in the way"));
      Files.delete(second);
      delivery.deliver(outbox.extract("1", "2"));
      assertThat(AnOutbox.files(extracts)).hasSize(4).containsEntry(DATA, "1");
    }
  }

  @Test
  void aFileThatIsNotWhatTheManifestSaysIsNeverGivenItsName() {
    var extract = outbox.extract("the truth");
    outbox.write(DATA, "not truth");
    try (var delivery = outbox.delivery(List.of())) {
      assertThatThrownBy(() -> delivery.deliver(extract))
          .isInstanceOf(DeliveryFailed.class)
          .hasMessageContainingAll("tried once", "read back, its 9 bytes have another SHA-256")
          .hasMessageNotContaining("truth");
    }
    assertThat(extracts.resolve(DATA)).doesNotExist();
    assertThat(extracts.resolve(EXTRACT).resolve("_SUCCESS")).doesNotExist();
  }

  @Test
  void aFileIsAlsoDeliveredUnderANameThatStays() throws Exception {
    try (var delivery = outbox.delivery(List.of())) {
      delivery.deliver(outbox.extract("one"));
      var current = "crm/vip/current.csv";
      delivery.copy(Path.of(DATA), "crm", current, 1);
      delivery.deliver(outbox.extract("another"));
      assertThat(extracts.resolve(current)).hasContent("one");
      delivery.copy(Path.of(DATA), "crm", current, 1);
      assertThat(extracts.resolve(current)).hasContent("another");
      assertThat(extracts.resolve("crm/vip").toFile().list())
          .containsExactlyInAnyOrder("2025-01-31", "current.csv");
    }
  }

  @Test
  void namesAreWordsToThePlaceAndNeverPatterns() throws Exception {
    var settings = List.of("deliver.deliveries.crm.folder=a b&c=d+e");
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(outbox.extract("one"));
    }
    assertThat(folder.resolve("a b&c=d+e").resolve(DATA)).hasContent("one");
  }
}
