package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ends nights with {@code kill -9} or SIGTERM at random moments of publish and delivery, looks at
 * what is delivered each time, resumes, and follows the deltas of ten nights.
 */
@DatabaseTest
class DeltasKillTest {
  private static final int KILLS = Rounds.of(5, 30);
  private static final int NIGHTS = Rounds.of(6, 10);
  private static final LocalDate FIRST = LocalDate.parse("2025-01-22");
  private static final List<String> SETTINGS =
      List.of(
          "audiences.declared.all.select.orders.at-least=0",
          "audiences.declared.all.consent=for-contacts",
          "audiences.declared.all.destinations=generic-csv,excel-csv",
          "audiences.declared.buyers.select.orders.at-least=1",
          "audiences.declared.buyers.consent=for-contacts",
          "deliver.files.generic-csv=full,removes,adds",
          "deliver.files.excel-csv=full,removes,adds,changes",
          "deliver.guard.from=1000000",
          "destinations.profiles.generic-csv.max-rows=100",
          "clustering.max-k=3");
  private static final String PUBLISH =
      "select attempt, status, (extract(epoch from finished_at - started_at) * 1000)::int"
          + " from pipeline.stages where stage = 'deliver' order by night desc limit 1";

  private final List<Replica> replicas = new ArrayList<>();

  @Test
  void noMarkerIsBesideAnIncompleteExtractAndNoDeltaIsLostOrDoubled(Shop shop) throws Exception {
    long seed = Long.getLong("nightjar.test.seed", System.nanoTime());
    System.out.println("DeltasKillTest: -Dnightjar.test.seed=" + seed);
    var random = new Random(seed);
    var people = new ChangingPeople(seed, 400);
    SETTINGS.forEach(shop::with);
    replicas.add(new Replica(shop, "generic-csv", "all"));
    replicas.add(new Replica(shop, "excel-csv", "all"));
    replicas.add(new Replica(shop, "generic-csv", "buyers"));
    people.live(shop, FIRST);
    var first = start(shop, "run", FIRST).await();
    assertThat(first.exitCode()).as(first.output()).isZero();
    int undisturbed = Integer.parseInt(publish(shop)[2]);
    follow(shop, FIRST);
    int inPublish = 0;
    for (int i = 1; i < NIGHTS; i++) {
      var night = FIRST.plusDays(i);
      people.live(shop, night);
      var command = "run";
      for (int kill = 0; kill < KILLS * i / (NIGHTS - 1) - KILLS * (i - 1) / (NIGHTS - 1); kill++) {
        if (killWhilePublishing(
            shop, command, night, random.nextInt(undisturbed), random.nextBoolean())) {
          inPublish++;
        }
        Replica.requireWhole(shop.folder().resolve("extracts"));
        command = publish(shop)[1].equals("finished") ? "again" : "resume";
      }
      shop.resume(night.toString());
      follow(shop, night);
    }
    System.out.printf(
        "DeltasKillTest: %d kills, %d of them in publish, %d nights, undisturbed publish %d ms%n",
        KILLS, inPublish, NIGHTS, undisturbed);
    assertThat(inPublish).isPositive();
  }

  /** Follows the deltas and compares with the full file, for each destination. */
  private void follow(Shop shop, LocalDate night) {
    Replica.requireWhole(shop.folder().resolve("extracts"));
    for (var replica : replicas) {
      replica.follow(night.toString());
      assertThat(replica.rows())
          .isEqualTo(replica.read(night.toString(), "full").stream().sorted().toList());
      assertThat(replica.isMarked(night.toString())).isTrue();
    }
  }

  /**
   * Begins, resumes or repeats a night, and kills it some milliseconds after publish has begun.
   *
   * @return whether it was still publishing
   */
  private static boolean killWhilePublishing(
      Shop shop, String command, LocalDate night, int milliseconds, boolean isSignal)
      throws Exception {
    var before = publish(shop)[0];
    var child = start(shop, command, night);
    while (publish(shop)[0].equals(before)) {
      assertThat(child.isAlive()).as(child::printed).isTrue();
      Thread.sleep(10);
    }
    Thread.sleep(milliseconds);
    if (isSignal) {
      child.terminate();
    } else {
      child.kill();
    }
    return publish(shop)[1].equals("running");
  }

  private static String[] publish(Shop shop) {
    return shop.rows(PUBLISH).get(0).split("\\|", -1);
  }

  private static NightjarProcess start(Shop shop, String command, LocalDate night)
      throws java.io.IOException {
    var arguments =
        new ArrayList<>(
            command.equals("again")
                ? List.of("run", "--again", "--date", night.toString())
                : List.of(command, "--date", night.toString()));
    SETTINGS.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    Files.createDirectories(shop.folder());
    return NightjarProcess.start(shop.database(), shop.folder(), arguments.toArray(String[]::new));
  }
}
