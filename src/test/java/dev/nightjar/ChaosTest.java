package dev.nightjar;

import static dev.nightjar.bench.chaos.Disturbance.CLOCK;
import static dev.nightjar.bench.chaos.Disturbance.FULL_DATA;
import static dev.nightjar.bench.chaos.Disturbance.FULL_EXTRACTS;
import static dev.nightjar.bench.chaos.Disturbance.FULL_HOME;
import static dev.nightjar.bench.chaos.Disturbance.KILL;
import static dev.nightjar.bench.chaos.Disturbance.LOCK;
import static dev.nightjar.bench.chaos.Disturbance.SERVER_KILL;
import static dev.nightjar.bench.chaos.Disturbance.SFTP;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.ByteSource;
import dev.nightjar.bench.chaos.Chaos;
import dev.nightjar.bench.chaos.ChaosShop;
import dev.nightjar.bench.chaos.Commands;
import dev.nightjar.bench.chaos.Disturbance;
import dev.nightjar.bench.chaos.InThisProcess;
import dev.nightjar.bench.chaos.Place;
import dev.nightjar.bench.chaos.Run;
import dev.nightjar.bench.chaos.SftpPlace;
import dev.nightjar.bench.chaos.SshServer;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.S3Store;
import dev.nightjar.transport.FileDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some cases of {@code nightjar bench chaos}, on a small shop that delivers to folders, to an SFTP
 * server and to an S3 store. Only nights that are killed have a process of their own.
 */
@Tag("slow")
class ChaosTest {
  private static final Map<Disturbance, Integer> CASES =
      Map.of(
          KILL,
          Rounds.of(2, 4),
          SERVER_KILL,
          Rounds.of(1, 2),
          FULL_HOME,
          1,
          FULL_EXTRACTS,
          1,
          FULL_DATA,
          1,
          CLOCK,
          Rounds.of(1, 3),
          LOCK,
          Rounds.of(2, 5),
          SFTP,
          Rounds.of(1, 3));
  private static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", S3Store.KEY_ID, "AWS_SECRET_ACCESS_KEY", S3Store.SECRET);
  private static final long SEED = 1;
  private static final ChaosShop.Size SIZE = new ChaosShop.Size(120, false);

  @BeforeAll
  static void giveCredentials() {
    System.setProperty("aws.accessKeyId", S3Store.KEY_ID);
    System.setProperty("aws.secretAccessKey", S3Store.SECRET);
  }

  @AfterAll
  static void takeCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void aDisturbedNightEndsLikeAnUndisturbedOneAfterOneResume(@TempDir Path folder)
      throws Exception {
    try (var sftp = SshServer.isPossible() ? new SshServer(folder.resolve("sftp")) : null;
        var store = new S3Store("shop")) {
      var installation = Path.of("").toAbsolutePath();
      var place = sftp == null ? null : new SftpPlace(sftp, List.of("klaviyo"));
      var scene = new Chaos.Scene(folder, installation, place, List.of(new Bucket(store)), SIZE);
      var chaos = new Chaos(scene, new KitCommands(installation), SEED, System.out::println);
      chaos.prepare(1);
      var cases = chaos.run(CASES);
      assertThat(cases).hasSize(possible(chaos));
      assertThat(cases).filteredOn(each -> !each.isEqual() || each.resumes() > 1).isEmpty();
    }
  }

  private static int possible(Chaos chaos) throws IOException, InterruptedException {
    int possible = 0;
    for (var each : CASES.entrySet()) {
      possible += chaos.obstacle(each.getKey()).isPresent() ? 0 : each.getValue();
    }
    return possible;
  }

  private record KitCommands(Path installation) implements Commands {
    @Override
    public Run inAProcess(Path home, String... arguments) {
      var process = NightjarProcess.start(CREDENTIALS, home, arguments);
      return new Run() {
        @Override
        public boolean isAlive() {
          return process.isAlive();
        }

        @Override
        public void kill() throws InterruptedException {
          process.kill();
        }

        @Override
        public Outcome await() throws InterruptedException {
          var result = process.await();
          return new Outcome(result.exitCode(), result.output());
        }
      };
    }

    @Override
    public Run onAClock(Clock clock, Path home, String... arguments) {
      var all = Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()));
      return InThisProcess.start(
          installation,
          (place, progress, unused) -> Application.open(place, progress, clock),
          all.toArray(String[]::new));
    }

    @Override
    public Run start(Path home, String... arguments) {
      return onAClock(Clock.systemUTC(), home, arguments);
    }
  }

  /** A bucket of the store. */
  private record Bucket(S3Store store, Map<String, byte[]> kept) implements Place {
    Bucket(S3Store store) {
      this(store, new TreeMap<>());
    }

    @Override
    public List<String> settings() {
      return List.of(
          "deliver.deliveries.braze.s3.bucket=shop",
          "deliver.deliveries.braze.s3.prefix=out/",
          "deliver.deliveries.braze.s3.endpoint=" + store.endpoint(),
          "deliver.deliveries.braze.retries=0");
    }

    @Override
    public void keep() {
      keys().forEach(key -> kept.put(key, store.get("shop", key)));
    }

    @Override
    public void reset() {
      keys().forEach(key -> store.remove("shop", key));
      kept.forEach((key, bytes) -> store.put("shop", key, ByteSource.wrap(bytes)));
    }

    @Override
    public Map<String, String> files() throws IOException {
      var files = new TreeMap<String, String>();
      for (var key : keys()) {
        files.put(key, FileDigest.of(new ByteArrayInputStream(store.get("shop", key))).hash());
      }
      return files;
    }

    private List<String> keys() {
      return store.keys("shop", "");
    }
  }
}
