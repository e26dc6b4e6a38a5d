package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.OpenSsh;
import dev.nightjar.kit.Shop;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is far larger than the heap. */
@DatabaseTest
class SftpStreamingTest {
  private static final long MEGABYTES = Long.getLong("nightjar.test.megabytes", 300);
  private static final String HEAP = "96m";

  @Test
  void aFileLargerThanTheHeapPassesThrough(@TempDir Path folder, Shop shop) throws Exception {
    try (var server = OpenSsh.in(folder)) {
      server.deliver("orders-1.csv");
      try (var sparse =
          new RandomAccessFile(server.inbox().resolve("orders-1.csv").toFile(), "rw")) {
        sparse.setLength(MEGABYTES << 20);
      }
      var environment = new HashMap<>(NightjarProcess.environment(shop.database()));
      // wins over the command line; the first compiler alone is slow at ciphers
      environment.put("_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4 -Xmx" + HEAP);
      var arguments = new ArrayList<>(List.of("run", "--date", "2025-01-31"));
      server.settings("main").forEach(setting -> arguments.addAll(List.of("--set", setting)));
      long begun = System.nanoTime();
      var night =
          NightjarProcess.start(environment, shop.folder(), arguments.toArray(String[]::new));
      var result = night.await();
      System.out.printf(
          "SftpStreamingTest: %d MB with -Xmx%s in %.1f s%n",
          MEGABYTES, HEAP, (System.nanoTime() - begun) / 1e9);
      var log = shop.folder().resolve("var/nightjar.log");
      assertThat(result.exitCode())
          .as(result.output() + Files.readString(log))
          .isEqualTo(FailureCode.FILES_SET_ASIDE.exitCode());
    }
    assertThat(shop.rows("select name, verdict, bytes from ingest.files"))
        .containsExactly("orders-1.csv|quarantined|" + (MEGABYTES << 20));
  }
}
