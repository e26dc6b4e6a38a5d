package dev.nightjar.deliver;

import static dev.nightjar.deliver.AnOutbox.EXTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.OpenSsh;
import dev.nightjar.kit.Rounds;
import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process with {@code kill -9} while it delivers an extract to a real OpenSSH server, each
 * time another one of more or fewer files.
 */
@Tag("slow")
class DeliveryKillTest {
  private static final int KILLS = Rounds.of(6, 30);
  private static final int BYTES = 1 << 18;
  private static final long PAUSE_MILLIS = 300;

  @TempDir Path folder;

  /** Delivers extracts until it is killed; the home comes first, then the settings. */
  static final class DeliverForever {
    public static void main(String[] arguments) throws Exception {
      var outbox = new AnOutbox(Path.of(arguments[0]));
      try (var delivery = outbox.delivery(List.of(arguments).subList(1, arguments.length))) {
        for (int i = 0; ; i++) {
          delivery.deliver(extract(outbox, i));
          Thread.sleep(PAUSE_MILLIS); // so that some kills find a marker
        }
      }
    }
  }

  /** One to four files, each with its version in its bytes. */
  private static Extract extract(AnOutbox outbox, int version) {
    var contents = new String[version % 4 + 1];
    for (int i = 0; i < contents.length; i++) {
      contents[i] = "%08d %05d\n".formatted(version, i).repeat(BYTES / 15);
    }
    return outbox.extract(contents);
  }

  @Test
  void aMarkerIsNeverBesideAnExtractThatIsNotWhole(@TempDir Path there) throws Exception {
    long seed = Long.getLong("nightjar.test.seed", System.nanoTime());
    System.out.println("DeliveryKillTest: -Dnightjar.test.seed=" + seed);
    var random = new Random(seed);
    int withMarker = 0;
    try (var server = OpenSsh.in(there)) {
      var place = server.inbox().resolve(EXTRACT);
      for (int kill = 0; kill < KILLS; kill++) {
        killWhileDelivering(server, random.nextInt(1500));
        if (Files.exists(place.resolve("_SUCCESS"))) {
          withMarker++;
          assertIsWhole(place);
        }
      }
      var outbox = new AnOutbox(folder);
      try (var delivery = outbox.delivery(server.delivery("crm"))) {
        delivery.deliver(extract(outbox, 1));
      }
      assertIsWhole(place);
      assertThat(place.toFile().list()).hasSize(4);
    }
    System.out.printf("DeliveryKillTest: %d kills, %d beside a marker%n", KILLS, withMarker);
  }

  /** Begins to deliver, and kills some milliseconds after the first file is under way. */
  private void killWhileDelivering(OpenSsh server, int milliseconds) throws Exception {
    var before = newest(server.inbox());
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DeliverForever.class.getName(),
                folder.toString()));
    command.addAll(server.delivery("crm"));
    var output = folder.resolve("child.log");
    var child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      while (newest(server.inbox()) == before) {
        assertThat(child.isAlive()).as(() -> read(output)).isTrue();
        Thread.sleep(10);
      }
      Thread.sleep(milliseconds);
      assertThat(child.isAlive()).as(() -> read(output)).isTrue();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static long newest(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
    }
  }

  /** The data files are those of the manifest, no more and no fewer. */
  private static void assertIsWhole(Path place) throws IOException {
    var files =
        Arrays.stream(place.toFile().list())
            .filter(name -> name.startsWith("vip__"))
            .sorted()
            .map(name -> name + " " + hash(place.resolve(name)))
            .collect(Collectors.joining("\n"));
    assertThat(place.resolve("datapackage.json")).hasContent(files);
  }

  private static String hash(Path file) {
    try {
      return FileDigest.of(file).hash();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
