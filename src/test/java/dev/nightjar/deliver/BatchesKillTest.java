package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Kills nights with {@code kill -9} at random moments of a delivery in batches, to an address that
 * fails at random, and resumes them: the address has the people of the night, each batch was
 * applied once, and nobody is gone whom others brought.
 */
@DatabaseTest
class BatchesKillTest {
  private static final int KILLS = Rounds.of(5, 30);
  private static final int NIGHTS = 4;
  private static final int PEOPLE = 400;
  private static final LocalDate FIRST = LocalDate.parse("2025-01-22");
  private static final String DELIVER =
      "select attempt, status from pipeline.stages where stage = 'deliver' order by night desc limit 1";

  @Test
  void theAddressHasThePeopleOfTheNightAndNoBatchTwice(Shop shop) throws Exception {
    long seed = Long.getLong("nightjar.test.seed", System.nanoTime());
    System.out.println("BatchesKillTest: -Dnightjar.test.seed=" + seed);
    var random = new Random(seed);
    var people = new ChangingPeople(seed, PEOPLE);
    int inDelivery = 0;
    int kills = 0;
    try (var platform = new RowsPlatform(seed)) {
      BatchesNightTest.to(shop, platform).with("clustering.max-k=3");
      platform.putOthers("all", "X1", "X2", "X3");
      for (int i = 0; i < NIGHTS; i++) {
        var night = FIRST.plusDays(i);
        people.live(shop, night);
        if (i > 0) {
          shop.erase("C%05d".formatted(1 + random.nextInt(PEOPLE)));
        }
        platform.failing(20);
        var command = "run";
        for (; kills < KILLS * (i + 1) / NIGHTS; kills++) {
          if (kill(shop, platform, command, night, random)) {
            inDelivery++;
          }
          assertThat(platform.hasOthers("all")).isTrue();
          command = "resume";
        }
        platform.failing(0);
        shop.resume(night.toString());
        BatchesNightTest.assertTonight(shop, platform, night.toString());
      }
      assertThat(platform.log()).as("batches of a night, each once").doesNotHaveDuplicates();
      System.out.printf(
          "BatchesKillTest: %d kills, %d of them in the delivery, %d batches, %d came once more%n",
          kills, inDelivery, platform.log().size(), platform.repeated());
      assertThat(inDelivery).isPositive();
    }
  }

  /**
   * Begins or resumes a night, and kills it once so many more requests came.
   *
   * @return whether it was still delivering
   */
  private static boolean kill(
      Shop shop, RowsPlatform platform, String command, LocalDate night, Random random)
      throws Exception {
    int until = platform.requests() + 1 + random.nextInt(6);
    var child = NightjarProcess.start(shop, command, "--date", night.toString());
    while (platform.requests() < until && child.isAlive()) {
      Thread.sleep(2);
    }
    Thread.sleep(random.nextInt(30));
    boolean isAlive = child.isAlive();
    child.kill();
    return isAlive && shop.rows(DELIVER).get(0).endsWith("|running");
  }
}
