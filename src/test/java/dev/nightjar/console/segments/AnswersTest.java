package dev.nightjar.console.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Answers that take long, and are asked for by many. */
@DatabaseTest
class AnswersTest {
  private static final LocalDate NIGHT = LocalDate.parse("2025-01-31");
  private static final int READERS = 8;

  @Test
  void manyWhoAskTheSameAtOnceAskTheTablesOnce(Shop shop) {
    migrated(shop);
    var asked = new AtomicInteger();
    var allAreHere = new CountDownLatch(READERS);
    var readers = Executors.newFixedThreadPool(READERS);
    try {
      shop.query(
          db -> {
            var answers = new Answers(db);
            // all but the first can only wait, so they cannot have asked when it ends
            var all = new ArrayList<CompletableFuture<String>>();
            for (int i = 0; i < READERS; i++) {
              all.add(
                  CompletableFuture.supplyAsync(
                      () -> {
                        allAreHere.countDown();
                        return answers.of(
                            String.class,
                            () -> {
                              await(allAreHere);
                              return "answer " + asked.incrementAndGet();
                            });
                      },
                      readers));
            }
            assertThat(all).allSatisfy(each -> assertThat(each.join()).isEqualTo("answer 1"));
            return null;
          });
    } finally {
      readers.shutdown();
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void aQuestionThatFailedIsAskedAgain(Shop shop) {
    migrated(shop);
    shop.query(
        db -> {
          var answers = new Answers(db);
          assertThatThrownBy(
                  () ->
                      answers.of(
                          String.class,
                          () -> {
                            throw new IllegalArgumentException("away");
                          },
                          NIGHT))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage("away");
          assertThat(answers.of(String.class, () -> "here", NIGHT)).isEqualTo("here");
          return null;
        });
  }

  private static void migrated(Shop shop) {
    shop.open(
        pipeline -> {
          pipeline.getBean(dev.nightjar.database.Database.class).migrate();
          return null;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
