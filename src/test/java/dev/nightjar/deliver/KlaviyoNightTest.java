package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Audiences are lists at Klaviyo, which fails at random. */
@DatabaseTest
class KlaviyoNightTest {
  private static final String KLAVIYO = "deliver.deliveries.klaviyo-api.";
  private static final LocalDate FIRST = LocalDate.parse("2025-01-22");
  private static final String LIST = "L4711";

  private static Shop to(Shop shop, KlaviyoPlatform klaviyo) {
    return Everybody.in(shop, "klaviyo-api,generic-csv")
        .with("privacy.secret=a secret of the tests")
        .with("destinations.profiles.klaviyo-api.purpose=marketing")
        .with("audiences.declared.all.identifiers=email")
        .with("deliver.files.klaviyo-api=removes,adds")
        .with(KLAVIYO + "klaviyo.url=" + klaviyo.address())
        .with(KLAVIYO + "klaviyo.token=" + KlaviyoPlatform.TOKEN)
        .with(KLAVIYO + "parameters.all.list-id=" + LIST)
        .with(KLAVIYO + "retries=10");
  }

  @Test
  void theListHasThePeopleOfEachNightAndThoseWhomOthersPutThere(Shop shop) {
    long seed = Long.getLong("nightjar.test.seed", System.nanoTime());
    System.out.println("KlaviyoNightTest: -Dnightjar.test.seed=" + seed);
    try (var klaviyo = new KlaviyoPlatform(seed)) {
      to(shop, klaviyo);
      klaviyo.put(LIST, "by-hand@others.example");
      klaviyo.failing(20);
      var people = new MovingPeople(seed);
      for (int i = 0; i < 6; i++) {
        var night = FIRST.plusDays(i).toString();
        people.live(shop, night);
        if (i > 2) {
          shop.erase("C%05d".formatted(i));
        }
        shop.run(night);
        var tonight =
            BatchesNightTest.tonight(shop, night, 1).stream()
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        tonight.add("by-hand@others.example");
        assertThat(klaviyo.values(LIST, "email")).as("after " + night).isEqualTo(tonight);
        assertThat(klaviyo.violations()).isEmpty();
      }
    }
  }

  /** People with an address of their own, which some change, who come and refuse. */
  private record MovingPeople(Random random) {
    MovingPeople(long seed) {
      this(new Random(seed));
    }

    void live(Shop shop, String night) {
      var lines = new ArrayList<>(List.of(Everybody.CUSTOMERS));
      for (int i = 1; i <= 40; i++) {
        if (random.nextInt(3) == 0) {
          lines.add(
              "C%05d,%s 00:00:00,%s,Ash,p%d.%d@example.com,,GB,,yes,%s"
                  .formatted(
                      i,
                      night,
                      random.nextBoolean() ? "Ann" : "",
                      i,
                      random.nextInt(3),
                      random.nextInt(4) == 0 ? "yes" : "no"));
        }
      }
      shop.deliver("customers-" + night + ".csv", lines.toArray(String[]::new));
    }
  }

  @Test
  void rowsThatKlaviyoRefusesAreCountedAndNoAnswerIsLogged(Shop shop) throws Exception {
    try (var klaviyo = new KlaviyoPlatform(1)) {
      to(shop, klaviyo);
      Everybody.tell(shop, "2025-01-01", "A,Ann,a@example.com", "B,Bob,refused@example.com");
      shop.run("2025-01-29");
      assertThat(klaviyo.values(LIST, "email")).containsExactly("a@example.com");
      assertThat(klaviyo.profile("a@example.com").path("properties").path("segment").asString(""))
          .isNotEmpty();
      assertThat(
              shop.rows("select warnings from deliver.extracts where destination = 'klaviyo-api'"))
          .containsExactly("[klaviyo-api refused 1 row; its own log says why]");
      assertThat(NightjarProcess.nightjar(shop, "audiences").output())
          .contains("klaviyo-api refused 1 row");
      assertThat(shop.rows("select lines, place from deliver.exports where action = 'sent'"))
          .containsExactly("1|" + klaviyo.address());

      shop.with(KLAVIYO + "klaviyo.token=pk_wrong");
      Everybody.tell(shop, "2025-01-30", "C,Cem,c@example.com");
      assertThatThrownBy(() -> shop.run("2025-01-30"))
          .hasMessageContaining("tried once: HttpFault: HTTP status 401. Check the user")
          .hasMessageNotContaining("pk_wrong");
      assertThat(Path.of(System.getProperty("nightjar.log")))
          .content()
          .doesNotContain("pk_wrong", KlaviyoPlatform.TOKEN);
    }
  }

  @Test
  void anEmptyValueLeavesWhatKlaviyoKnows(Shop shop) {
    try (var klaviyo = new KlaviyoPlatform(1)) {
      to(shop, klaviyo);
      Everybody.tell(shop, "2025-01-01", "A,Ann,a@example.com");
      shop.run("2025-01-29");
      Everybody.tell(shop, "2025-01-30", "A,,a@example.com");
      shop.run("2025-01-30");
      assertThat(klaviyo.profile("a@example.com").path("first_name").asString()).isEqualTo("Ann");
      assertThat(Set.copyOf(klaviyo.violations())).isEmpty();
    }
  }
}
