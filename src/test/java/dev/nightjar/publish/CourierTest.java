package dev.nightjar.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.pipeline.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {
  private static final String SFTP = "publish.deliveries.crm.sftp.";

  @TempDir Path folder;

  @Test
  void aRouteThatIsNoneAndAMissingFileAreProblems() throws Exception {
    Files.createDirectories(folder.resolve("routes"));
    Files.copy(
        Path.of("routes/deliver-s3.camel.yaml"), folder.resolve("routes/deliver-s3.camel.yaml"));
    Files.writeString(folder.resolve("routes/deliver-folder.camel.yaml"), "- rute:\n    id: x\n");
    var settings = AnOutbox.bound(List.of(SFTP + "host=crm.example", SFTP + "key-file=keys/crm"));
    assertThat(Courier.problems(new Home(folder, folder, List.of()), settings))
        .hasSize(4)
        .satisfiesOnlyOnce(
            each -> assertThat(each).startsWith("routes/deliver-folder.camel.yaml: "))
        .satisfiesOnlyOnce(each -> assertThat(each).startsWith("routes/deliver-sftp.camel.yaml: "))
        .contains(
            SFTP + "known-hosts: " + folder.resolve("config/known_hosts") + " cannot be read",
            SFTP + "key-file: " + folder.resolve("keys/crm") + " cannot be read");
  }

  @Test
  void aPlaceIsNamedWithoutSecrets() {
    var settings =
        AnOutbox.bound(
            List.of(
                SFTP + "host=crm.example",
                SFTP + "path=/srv/in",
                SFTP + "password=geheim",
                "publish.deliveries.braze.s3.bucket=shop",
                "publish.deliveries.braze.s3.prefix=out/",
                "publish.deliveries.excel.folder=/mnt/crm"));
    assertThat(Courier.place("crm", settings)).isEqualTo("sftp://nightjar@crm.example:22//srv/in");
    assertThat(Courier.place("braze", settings)).isEqualTo("s3://shop/out/");
    assertThat(Courier.place("excel", settings)).isEqualTo("/mnt/crm");
    assertThat(Courier.place("klaviyo", settings)).isEqualTo("extracts");
  }

  @Test
  void aRetentionOfTheDestinationWinsOverThatOfAll() {
    var settings =
        AnOutbox.bound(List.of("publish.retention=P2M", "publish.deliveries.crm.retention=P10D"));
    var night = LocalDate.parse("2024-12-31");
    assertThat(settings.expiresOn("crm", night)).isEqualTo("2025-01-10");
    assertThat(settings.expiresOn("braze", night)).isEqualTo("2025-02-28");
  }
}
