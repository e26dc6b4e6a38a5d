package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationConnectionTest {
  private static final String SFTP = "deliver.deliveries.crm.sftp.";

  @TempDir Path folder;

  @Test
  void aRouteThatIsNoneAndAMissingFileAreProblems() throws Exception {
    Files.createDirectories(folder.resolve("routes"));
    Files.copy(
        Path.of("routes/deliver-s3.camel.yaml"), folder.resolve("routes/deliver-s3.camel.yaml"));
    Files.writeString(folder.resolve("routes/deliver-folder.camel.yaml"), "- rute:\n    id: x\n");
    var settings = AnOutbox.bound(List.of(SFTP + "host=crm.example", SFTP + "key-file=keys/crm"));
    assertThat(DestinationConnection.problems(new Home(folder, folder, List.of()), settings))
        .hasSize(4)
        .satisfiesOnlyOnce(
            each -> assertThat(each).startsWith("routes/deliver-folder.camel.yaml: "))
        .satisfiesOnlyOnce(each -> assertThat(each).startsWith("routes/deliver-sftp.camel.yaml: "))
        .contains(
            "%1$sknown-hosts: %2$s cannot be read; ssh-keyscan -p 22 crm.example >> %2$s makes it, then compare the fingerprint (ssh-keygen -lf %2$s) with that of the server's owner"
                .formatted(SFTP, folder.resolve("config/known_hosts")),
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
                "deliver.deliveries.braze.s3.bucket=shop",
                "deliver.deliveries.braze.s3.prefix=out/",
                "deliver.deliveries.excel.folder=/mnt/crm"));
    assertThat(DestinationConnection.place("crm", settings))
        .isEqualTo("sftp://nightjar@crm.example:22//srv/in");
    assertThat(DestinationConnection.place("braze", settings)).isEqualTo("s3://shop/out/");
    assertThat(DestinationConnection.place("excel", settings)).isEqualTo("/mnt/crm");
    assertThat(DestinationConnection.place("klaviyo", settings)).isEqualTo("extracts");
  }

  @Test
  void aRetentionOfTheDestinationWinsOverThatOfAll() {
    var settings =
        AnOutbox.bound(List.of("deliver.retention=P2M", "deliver.deliveries.crm.retention=P10D"));
    var night = LocalDate.parse("2024-12-31");
    assertThat(settings.expiresOn("crm", night)).isEqualTo("2025-01-10");
    assertThat(settings.expiresOn("braze", night)).isEqualTo("2025-02-28");
  }
}
