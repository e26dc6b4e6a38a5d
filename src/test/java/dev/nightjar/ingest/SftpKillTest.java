package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.OpenSsh;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends nights with {@code kill -9} or SIGTERM while they fetch from a real OpenSSH server, and
 * resumes.
 */
@DatabaseTest
class SftpKillTest {
  private static final int KILLS = Rounds.of(4, 30);
  private static final int SMALL_FILES = 12;
  private static final int SMALL = 20;
  private static final int LARGE = 5_000;
  private static final String INGEST =
      "select attempt, status, (extract(epoch from finished_at - started_at) * 1000)::int"
          + " from pipeline.stages where stage = 'ingest' order by night desc limit 1";

  private final List<String> delivered = new ArrayList<>();
  private int nextNumber = 1;

  @Test
  void aNightKilledAtAnyMomentLoadsEachLineOnce(@TempDir Path folder, Shop shop) throws Exception {
    long seed = Long.getLong("nightjar.test.seed", System.nanoTime());
    System.out.println("SftpKillTest: -Dnightjar.test.seed=" + seed);
    var random = new Random(seed);
    try (var server = OpenSsh.in(folder)) {
      server.settings("main").forEach(shop::with);
      var night = LocalDate.parse("2025-01-31");
      deliver(server);
      var first = start(server, shop, "run", "--date", night.toString()).await();
      assertThat(first.exitCode()).as(first.output()).isZero();
      int undisturbed = Integer.parseInt(ingest(shop)[2]);
      int nights = 1;
      int inIngest = 0;
      for (int kills = 0; kills < KILLS; kills++) {
        if (ingest(shop)[1].equals("finished")) {
          shop.resume(night.toString());
          night = night.plusDays(1);
          nights++;
        }
        // some kills are to hit files that land, others files that are loaded
        if (isEmpty(server)) {
          deliver(server);
        }
        killWhileIngesting(server, shop, night, random.nextInt(undisturbed), random.nextBoolean());
        inIngest += ingest(shop)[1].equals("running") ? 1 : 0;
      }
      shop.resume(night.toString());
      deliver(server);
      assertThat(shop.run(night.plusDays(1).toString())).isPresent();
      System.out.printf(
          "SftpKillTest: %d kills, %d of them in ingest, %d nights, undisturbed ingest %d ms, %d"
              + " lines%n",
          KILLS, inIngest, nights + 1, undisturbed, delivered.size());
    }
    assertThat(shop.rows("select order_number from ingest.order_lines"))
        .containsExactlyInAnyOrderElementsOf(delivered);
  }

  /** Begins or resumes a night, and kills it some milliseconds after the stage has begun. */
  private static void killWhileIngesting(
      OpenSsh server, Shop shop, LocalDate night, int milliseconds, boolean isSignal)
      throws Exception {
    var before = ingest(shop);
    var command = before[1].equals("finished") ? "run" : "resume";
    var child = start(server, shop, command, "--date", night.toString());
    while (ingest(shop)[0].equals(before[0])) {
      assertThat(child.isAlive()).as(child::printed).isTrue();
      Thread.sleep(10);
    }
    Thread.sleep(milliseconds);
    if (isSignal) {
      child.terminate();
    } else {
      child.kill();
    }
  }

  private static boolean isEmpty(OpenSsh server) throws Exception {
    try (var files = Files.list(server.inbox())) {
      return files.noneMatch(Files::isRegularFile);
    }
  }

  private static String[] ingest(Shop shop) {
    return shop.rows(INGEST).get(0).split("\\|", -1);
  }

  private static NightjarProcess start(OpenSsh server, Shop shop, String... command) {
    var arguments = new ArrayList<>(List.of(command));
    server.settings("main").forEach(setting -> arguments.addAll(List.of("--set", setting)));
    arguments.addAll(List.of("--set", "gates.declared.freshness.warn-if.above=100"));
    return NightjarProcess.start(shop.database(), shop.folder(), arguments.toArray(String[]::new));
  }

  private void deliver(OpenSsh server) throws Exception {
    for (int i = 0; i < SMALL_FILES; i++) {
      server.deliver("orders-%d.csv".formatted(nextNumber), lines(SMALL));
    }
    server.deliver("orders-%d.csv".formatted(nextNumber), lines(LARGE));
  }

  private String[] lines(int count) {
    var numbers =
        IntStream.range(nextNumber, nextNumber + count).mapToObj(String::valueOf).toList();
    nextNumber += count;
    delivered.addAll(numbers);
    return Stream.concat(
            Stream.of(ANight.header()),
            numbers.stream().map(it -> it + ",2025-01-10 12:00:00,C" + it + ",P,1,10.00,completed"))
        .toArray(String[]::new);
  }
}
