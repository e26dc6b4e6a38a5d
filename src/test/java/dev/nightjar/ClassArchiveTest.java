package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The launcher's class archive, made by a first command that unpacked the embedded server, does not
 * keep a later one from unpacking it again.
 */
@Tag("slow")
class ClassArchiveTest {
  @TempDir private Path folder;

  /** A JDK of every version that this machine has. */
  static Stream<Path> jdks() throws IOException {
    var byVersion = new TreeMap<String, Path>();
    var usual = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(usual)) {
      try (var all = Files.list(usual)) {
        all.filter(jdk -> Files.exists(jdk.resolve("release")))
            .filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
            .forEach(jdk -> byVersion.put(version(jdk), jdk));
      }
    }
    var own = Path.of(System.getProperty("java.home"));
    byVersion.put(version(own), own);
    return byVersion.values().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withAWarmArchiveAndNothingInTheTemporaryFolderAFirstStartSucceeds(Path jdk)
      throws Exception {
    var archive = folder.resolve("classes.jsa");
    var making =
        version(jdk).equals("17")
            ? List.of("-XX:ArchiveClassesAtExit=" + archive)
            : List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
    firstStart(jdk, "cold", making);
    assertThat(archive).isNotEmptyFile();
    firstStart(jdk, "warm", List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive));
  }

  private void firstStart(Path jdk, String name, List<String> options) throws Exception {
    var home = Files.createDirectory(folder.resolve(name));
    try {
      var started = nightjar(jdk, home, options, "db", "url");
      assertThat(started).contains("postgresql://nightjar@localhost:");
    } finally {
      nightjar(jdk, home, List.of(), "db", "stop");
    }
  }

  private String nightjar(Path jdk, Path home, List<String> options, String... arguments)
      throws Exception {
    var empty = Files.createDirectories(folder.resolve("tmp"));
    var command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-Djava.io.tmpdir=" + empty,
            "-Dnightjar.installation=" + Path.of("").toAbsolutePath(),
            "-cp",
            Program.classPath(),
            "dev.nightjar.Application"));
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("--home", home.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static String version(Path jdk) {
    try {
      return Files.readAllLines(jdk.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
