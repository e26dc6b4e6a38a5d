package dev.nightjar.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own: the environment of a running one cannot be changed. */
@Tag("slow")
class SettingsEnvironmentTest {
  @TempDir Path folder;

  /** Writes settings to a file, as they are without and with an override. */
  static final class Child {
    public static void main(String[] args) throws IOException {
      var home = new AHome(Path.of(args[0]));
      var file = FlatSettings.flat(home.load().sections());
      var option = FlatSettings.flat(home.load("rfm.window=P9D").sections());
      Files.writeString(
          Path.of(args[1]),
          "%s %s %s %s %s"
              .formatted(
                  file.get("rfm.window"),
                  file.get("clustering.min-k"),
                  option.get("rfm.window"),
                  option.get("clustering.min-k"),
                  file.get("ingest.sftp.main.password")),
          UTF_8);
    }
  }

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @Test
  void environmentWinsOverFileAndOptionOverEnvironment() throws Exception {
    AHome.in(folder)
        .with("rfm: {window: P1D}\nclustering: {min-k: 2}\ningest: {sftp: {main: {host: files}}}");
    var found = folder.resolve("found");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    var main = Child.class.getName();
    var command = List.of(java, "-cp", path, main, folder.toString(), found.toString());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("NIGHTJAR_RFM_WINDOW", "all");
    builder.environment().put("NIGHTJAR_CLUSTERING_MIN_K", "4");
    builder.environment().put("NIGHTJAR_INGEST_SFTP_MAIN_PASSWORD", "geheim");
    var process = builder.start();
    try {
      assertThat(process.waitFor(60, SECONDS)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    assertThat(found).hasContent("all 4 P9D 4 geheim");
  }
}
