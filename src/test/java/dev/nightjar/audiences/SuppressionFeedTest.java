package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** In doubt about who refused, nothing is published. */
@DatabaseTest
class SuppressionFeedTest {
  @Test
  void withoutAnyFileNothingIsPublishedUntilOneComes(Shop shop) {
    AnAudience.in(shop).suppressions("no");
    var night = ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00");
    refuses(night::run, "no: no file has ever been loaded");
    assertThat(shop.folder().resolve("extracts")).doesNotExist();
    assertThat(shop.rows("select * from publish.publications")).isEmpty();
    deliver(shop, "suppressions-1.csv", 1);
    shop.runAgain("2025-01-31");
    assertThat(shop.rows("select night from publish.publications")).containsExactly("2025-01-31");
  }

  @Test
  void anOldFileKeepsWhatWasPublished(Shop shop) {
    AnAudience.in(shop).suppressions("no");
    deliver(shop, "suppressions-1.csv", 1);
    ANight.in(shop, "2025-01-20").withOrders("A 1 day ago 10.00").run();
    ANight.in(shop, "2025-01-23").withOrders("B 1 day ago 10.00").run();
    var extracts = shop.extracts();
    refuses(
        () -> shop.run("2025-01-24"),
        "no: the last file came for the night of 2025-01-20, longer ago than max-age P3D");
    assertThat(shop.extracts()).isEqualTo(extracts);
    // the same content again is no news, but it is a sign of life
    deliver(shop, "suppressions-1.csv", 1);
    assertThat(shop.runAgain("2025-01-24")).isPresent();
  }

  @Test
  void warnsADayBeforeAFeedBlocks(Shop shop) {
    AnAudience.in(shop).suppressions("no");
    deliver(shop, "suppressions-1.csv", 1);
    ANight.in(shop, "2025-01-20").withOrders("A 1 day ago 10.00").run();
    ANight.in(shop, "2025-01-22").withOrders("B 1 day ago 10.00").run();
    ANight.in(shop, "2025-01-23").withOrders("C 1 day ago 10.00").run();
    var summaries =
        shop.rows("select summary from pipeline.stages where stage = 'audiences' order by night");
    var warning = "block the next night without a new file: no (last file: 2025-01-20)";
    assertThat(summaries).hasSize(3);
    assertThat(summaries.subList(0, 2)).noneMatch(each -> each.contains("last file"));
    assertThat(summaries.get(2)).endsWith(warning);
  }

  @Test
  void aFeedThatShrankIsRefusedUntilItIsLetPass(Shop shop) {
    AnAudience.in(shop).suppressions("no");
    deliver(shop, "suppressions-1.csv", 10);
    ANight.in(shop, "2025-01-29").withOrders("A 1 day ago 10.00").run();
    deliver(shop, "suppressions-2.csv", 8);
    ANight.in(shop, "2025-01-30").withOrders("B 1 day ago 10.00").run();
    deliver(shop, "suppressions-3.csv", 6);
    refuses(
        () -> shop.run("2025-01-31"),
        "no: 6 lines for the night of 2025-01-31, and 8 for the night of 2025-01-30: fewer by more than max-shrink 0.2");
    deliver(shop, "suppressions-4.csv", 5);
    refuses(() -> shop.run("2025-02-01"), "5 lines for the night of 2025-02-01, and 8");
    shop.with("audiences.suppressions.max-shrink=0.5");
    assertThat(shop.resume("2025-02-01")).isPresent();
  }

  @Test
  void aFileThatCannotBeReadBlocksUntilAnotherCan(Shop shop) {
    AnAudience.in(shop).suppressions("no");
    deliver(shop, "suppressions-1.csv", 1);
    ANight.in(shop, "2025-01-29").withOrders("A 1 day ago 10.00").run();
    shop.deliver("suppressions-2.csv", "key,mail,tel,by", "A,,,", "B,\"open,,");
    refuses(
        () -> shop.run("2025-01-30"), "no: its newest file, suppressions-2.csv, is quarantined");
    deliver(shop, "suppressions-3.csv", 1);
    assertThat(shop.runAgain("2025-01-30")).isPresent();
  }

  private static void refuses(ThrowingCallable night, String reason) {
    assertThatThrownBy(night)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.SUPPRESSIONS_IN_DOUBT))
        .hasMessageContaining(reason)
        .hasMessageContaining("Next: nightjar run --date 2025-0");
  }

  private static void deliver(Shop shop, String name, int lines) {
    shop.deliver(
        name,
        Stream.concat(
                Stream.of("key,mail,tel,by"),
                IntStream.range(0, lines).mapToObj(i -> "N%s%d,,,".formatted(lines, i)))
            .toArray(String[]::new));
  }
}
