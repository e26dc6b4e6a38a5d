package dev.nightjar.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.doctor.Finding.Verdict;
import dev.nightjar.kit.Installation;
import dev.nightjar.kit.NightjarProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that need no database. */
class ChecksTest {
  private static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"1073741823, FAIL", "1073741824, WARN", "5368709119, WARN", "5368709120, OK"})
  void aDiskWarnsBelowFiveGibibytesAndFailsBelowOne(long bytes, Verdict verdict) {
    var folders = Map.of("home", home, "deliver.outbox", home.resolve("not/yet/there"));
    assertThat(new DiskCheck(store -> bytes).of(folders))
        .as("one for each disk")
        .singleElement()
        .satisfies(
            disk -> {
              assertThat(disk.verdict()).isEqualTo(verdict);
              assertThat(disk.what()).contains(" GiB free for ", "home", "deliver.outbox");
              assertThat(disk.next() == null).isEqualTo(verdict == Verdict.OK);
            });
  }

  @ParameterizedTest
  @CsvSource({"2026-07-30T00:00:00Z, WARN", "2026-07-30T00:00:01Z, OK"})
  void aKeyThatExpiresWithinThirtyDaysWarns(Instant expires, Verdict verdict) {
    var clock = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    assertThat(FileChecks.keys(Map.of("destinations.profiles.crm.encryption", expires), clock))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.verdict()).isEqualTo(verdict);
              assertThat(key.what()).endsWith("crm.encryption: a key expires on 2026-07-30");
            });
  }

  @Test
  void aPortThatAnotherProgramHasIsNamed() throws IOException {
    Installation.configure(home);
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      var port = String.valueOf(other.getLocalPort());
      var examined = doctor("--set=db.port=" + port);
      assertThat(examined.exitCode()).isEqualTo(14);
      assertThat(examined.output())
          .containsPattern("ports +fail +another program listens on port " + port)
          .contains("Next: end that program, or set another port with db.port")
          .contains("the first night sets the embedded PostgreSQL up");
    }
    assertThat(home.resolve("var/postgres")).as("nothing is set up").doesNotExist();
    assertThat(doctor().exitCode()).isZero();
  }

  @Test
  void filesThatAreTooOpenAreNamedAndTheirSecretsAreNot() throws IOException {
    Files.createDirectory(home.resolve("config"));
    try (var shipped = Files.list(Installation.folder().resolve("config"))) {
      for (var file : shipped.filter(Files::isRegularFile).toList()) {
        Files.copy(file, home.resolve("config").resolve(file.getFileName()));
      }
    }
    var mail = home.resolve("config/mail.yaml");
    Files.writeString(
        mail, "alerts:\n  email: {to: [a@example.org], user: u, password: geheim-1}\n");
    var variable = home.resolve("config/db.yaml");
    Files.writeString(variable, "privacy: {secret: \"${NIGHTJAR_NOT_SET}\"}\n");
    mode(mail, "rw-r--r--");
    mode(variable, "rw-rw-rw-");
    mode(Files.createDirectories(home.resolve("var")), "rwxr-xr-x");
    var examined = doctor();
    assertThat(examined.exitCode()).as(examined.output()).isEqualTo(14);
    assertThat(examined.output())
        .contains("chmod o-r " + mail, "chmod o-w " + variable, "chmod o-rwx")
        .doesNotContain("geheim", "chmod o-r " + variable);
    mode(mail, "rw-r-----");
    mode(variable, "rw-r--r--");
    mode(home.resolve("var"), "rwx------");
    assertThat(doctor().output()).contains("no file is more open than it should be");
  }

  @Test
  void aServerWithoutAKnownKeyAndAnOpenPrivateKeyFail() throws IOException {
    Installation.configure(home);
    var known = Files.writeString(home.resolve("known"), "other.example.org " + ED25519 + "\n");
    var key = Files.writeString(home.resolve("key"), "a private key");
    mode(key, "rw-r-----");
    String[] inbox = {
      "--set=ingest.sftp.shop.host=sftp.example.org",
      "--set=ingest.sftp.shop.port=2022",
      "--set=ingest.sftp.shop.known-hosts=known",
      "--set=ingest.sftp.shop.key-file=key"
    };
    var examined = doctor(inbox);
    assertThat(examined.exitCode()).isEqualTo(14);
    assertThat(examined.output().replaceAll("\\s+", " "))
        .contains("has no key of [sftp.example.org]:2022")
        .contains("Next: ssh-keyscan -p 2022 sftp.example.org >> ")
        .contains("is a private key that others can read", "chmod go-rwx");
    Files.writeString(known, "[sftp.example.org]:2022 " + ED25519 + "\n");
    mode(key, "rw-------");
    var mended = doctor(inbox);
    assertThat(mended.exitCode()).as(mended.output()).isZero();
    Files.delete(known);
    assertThat(doctor(inbox).output())
        .as("as lint says")
        .containsPattern("settings +fail +ingest.sftp.shop.known-hosts: ");
  }

  private NightjarProcess.Result doctor(String... settings) {
    var arguments = new String[settings.length + 1];
    arguments[0] = "doctor";
    System.arraycopy(settings, 0, arguments, 1, settings.length);
    return NightjarProcess.nightjar(home, arguments);
  }

  private static void mode(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
