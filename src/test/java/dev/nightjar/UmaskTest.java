package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nights leave in a home, by the umask of whoever runs them. */
@DatabaseTest
class UmaskTest {
  @ParameterizedTest
  @ValueSource(strings = {"022", "000"})
  void nobodyElseReadsWhatADemoLeaves(String umask, Shop shop) throws Exception {
    open(shop.folder());
    var demo =
        NightjarProcess.startWithUmask(umask, shop.database(), shop.folder(), "demo").await();
    assertThat(demo.exitCode()).as(demo.output()).isZero();
    var home = shop.folder().resolve("demo");
    assertThat(home.resolve("extracts")).isNotEmptyDirectory();
    assertThat(home.resolve("var/landing")).isNotEmptyDirectory();
    assertThat(home.resolve("var/outbox")).isNotEmptyDirectory();
    assertThat(openToOthers(home)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"022", "077"})
  void theGroupOfAFolderReadsItsExtracts(String umask, Shop shop) throws Exception {
    var extracts = Files.createDirectory(shop.folder().resolve("extracts"));
    Files.setPosixFilePermissions(extracts, PosixFilePermissions.fromString("rwxr-x---"));
    shop.deliver(
        "orders-1.csv",
        dev.nightjar.kit.ANight.header(),
        "1,2025-01-10 12:00:00,A,P,1,10.00,completed");
    var night =
        NightjarProcess.startWithUmask(
                umask, shop.database(), shop.folder(), "run", "--date", "2025-01-31")
            .await();
    assertThat(night.exitCode()).as(night.output()).isZero();
    try (var walk = Files.walk(extracts)) {
      for (var file : walk.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwxr-x---" : "rw-r-----");
      }
    }
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static List<String> openToOthers(Path home) throws IOException {
    try (var walk = Files.walk(home)) {
      var open = new java.util.ArrayList<String>();
      for (var each : walk.toList()) {
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        if (!mode.endsWith("------")) {
          open.add(mode + " " + home.relativize(each));
        }
      }
      return open;
    }
  }
}
