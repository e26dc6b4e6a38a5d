package dev.nightjar.deliver;

import static dev.nightjar.deliver.AnOutbox.DATA;
import static dev.nightjar.deliver.AnOutbox.EXTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.S3Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DeliveryToS3Test {
  @TempDir Path folder;
  private AnOutbox outbox;
  private S3Store store;
  private final List<String> settings = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    System.setProperty("aws.accessKeyId", S3Store.KEY_ID);
    System.setProperty("aws.secretAccessKey", S3Store.SECRET);
    outbox = new AnOutbox(folder);
    store = new S3Store("shop");
    settings.add("deliver.deliveries.crm.s3.bucket=shop");
    settings.add("deliver.deliveries.crm.s3.prefix=out/");
    settings.add("deliver.deliveries.crm.retries=1");
    withEndpoint(store.endpoint());
  }

  @AfterEach
  void close() throws Exception {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    store.close();
  }

  @Test
  void anExtractComesWholeAndIsReadBack() throws Exception {
    deliver(outbox.extract("one", "two"));
    assertThat(store.keys("shop", ""))
        .containsExactly(
            "out/" + EXTRACT + "/_SUCCESS",
            "out/" + EXTRACT + "/datapackage.json",
            "out/" + EXTRACT + "/vip__2025-01-31__full-2.csv",
            "out/" + DATA);
    assertThat(text("out/" + DATA)).isEqualTo("one");
    assertThat(store.line().requests("GET /shop/out/crm/")).isEqualTo(4);
    assertThat(store.line().asked()).as("uploads that waited to be asked").isZero();
  }

  @Test
  void whatALongerDeliveryLeftIsRemovedAfterTheMarker() throws Exception {
    deliver(outbox.extract("one", "two"));
    store.put("shop", "out/" + EXTRACT + "/read-me.txt", "theirs");
    var removals = new ArrayList<String>();
    store
        .line()
        .before(
            request -> {
              if (request.startsWith("DELETE")) {
                removals.add(request.replaceAll(".*/([^/ ]+) HTTP.*", "$1"));
              }
            });
    deliver(outbox.extract("1"));
    assertThat(removals).containsExactly("_SUCCESS", "vip__2025-01-31__full-2.csv");
    assertThat(store.keys("shop", "")).hasSize(4).contains("out/" + EXTRACT + "/read-me.txt");
    assertThat(text("out/" + DATA)).isEqualTo("1");
  }

  @Test
  void aFileIsAlsoDeliveredUnderANameThatStays() throws Exception {
    try (var delivery = outbox.delivery(settings)) {
      var extract = outbox.extract("one");
      delivery.copy(Path.of(extract.path()), "crm", "crm/vip/current.csv", 1);
    }
    assertThat(text("out/crm/vip/current.csv")).isEqualTo("one");
  }

  @Test
  void aBusyStoreIsAskedAgain() throws Exception {
    store.line().refuse(1, "503 SlowDown");
    deliver(outbox.extract("one"));
    assertThat(store.keys("shop", "")).hasSize(3);
  }

  @Test
  void anObjectThatIsNotWhatWasSentLeavesNoMarker() {
    store
        .line()
        .before(
            request -> {
              if (request.startsWith("GET /shop/out/" + DATA)) {
                store.put("shop", "out/" + DATA, "something else");
              }
            });
    assertThatThrownBy(() -> deliver(outbox.extract("one")))
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContainingAll(
            DATA + " was not delivered to deliver.deliveries.crm (s3://shop/out/), tried once",
            "read back, it has 15 bytes instead of 3");
    assertThat(store.keys("shop", "")).doesNotContain("out/" + EXTRACT + "/_SUCCESS");
  }

  @Test
  void aMissingBucketAWrongSecretAndADeadStoreAreToldApart() {
    settings.add("deliver.deliveries.crm.s3.bucket=shoq");
    assertFails("tried once", "Check that the folder or bucket is there");
    settings.add("deliver.deliveries.crm.s3.bucket=shop");
    System.setProperty("aws.secretAccessKey", "wrong");
    assertFails("tried once", "the rights there");
    withEndpoint(URI.create("http://127.0.0.1:1"));
    assertFails("tried 2 times", "Check that it can be reached");
    assertThat(store.keys("shop", "")).isEmpty();
  }

  private void assertFails(String... words) {
    assertThatThrownBy(() -> deliver(outbox.extract("one")))
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContainingAll(words);
  }

  private void withEndpoint(URI endpoint) {
    settings.add("deliver.deliveries.crm.s3.endpoint=" + endpoint);
  }

  private void deliver(Extract extract) throws DeliveryFailed {
    try (var delivery = outbox.delivery(settings)) {
      delivery.deliver(extract);
    }
  }

  private String text(String key) {
    return new String(store.get("shop", key), StandardCharsets.UTF_8).strip();
  }
}
