package dev.nightjar.audiences;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.identity.Identities;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever refuses in whatever spelling, by whatever feed and key: no file of any destination has
 * anything of the person that night, and everybody who agreed is there.
 */
@DatabaseTest
class RefusalPropertiesTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-29");
  private static final int NIGHTS = 4;
  private static final Map<String, String> CHANNELS =
      Map.of(
          "google-customer-match", "ads",
          "meta-customer-list", "ads",
          "klaviyo", "email",
          "generic-csv", "any");

  /** Where the files of a destination lie, if not under its name. */
  private static final Map<String, String> FOLDERS = Map.of("klaviyo", "profiles");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noFileHasAnythingOfSomebodyWhoRefused(long seed, Shop shop) {
    declare(shop);
    var people = new RefusedPeople(seed);
    for (int i = 0; i < NIGHTS; i++) {
      var night = FIRST.plusDays(i);
      people.live(shop, night);
      assertThat(shop.run(night.toString())).isPresent();
      for (var destination : CHANNELS.keySet()) {
        assertFree(shop, people, night, destination);
      }
      assertThat(published(shop, night))
          .containsAll(people.agreeing())
          .doesNotContainAnyElementsOf(people.refusing("any"));
      if (i == 1) {
        shop.erase(people.goes());
      }
    }
  }

  private static void assertFree(
      Shop shop, RefusedPeople people, LocalDate night, String destination) {
    var channel = CHANNELS.get(destination);
    var cells = cells(shop, night, destination);
    assertThat(cells).as("cells of %s", destination).hasSizeGreaterThan(5);
    assertThat(cells)
        .as("cells of %s in %s", destination, night)
        .doesNotContainAnyElementsOf(people.forbiddenHashes(channel))
        .doesNotContainAnyElementsOf(people.refusing(channel));
    var identities = new TreeSet<String>();
    cells.forEach(cell -> identities.addAll(Identities.of(cell, cell, "GB")));
    assertThat(identities)
        .as("identities in %s in %s", destination, night)
        .doesNotContainAnyElementsOf(people.forbiddenIdentities(channel));
  }

  /** The cells of the files of a night, and of the copies under a fixed name. */
  private static List<String> cells(Shop shop, LocalDate night, String destination) {
    var cells = new ArrayList<String>();
    shop.extracts()
        .forEach(
            (path, text) -> {
              boolean isOfNight =
                  path.contains("/" + night + "/")
                      || path.contains("_" + night.format(BASIC_ISO_DATE) + "_")
                      || path.contains("/current");
              if (path.startsWith(FOLDERS.getOrDefault(destination, destination) + "/")
                  && path.endsWith(".csv")
                  && isOfNight) {
                CsvReader.builder().ofCsvRecord(text).stream()
                    .skip(1)
                    .forEach(row -> cells.addAll(row.getFields()));
              }
            });
    return cells;
  }

  private static List<String> published(Shop shop, LocalDate night) {
    return shop.rows(
        """
        select customer_key from audiences.members
        where audience = 'plain' and exclusion is null
          and valid_from <= '%1$s' and (valid_to is null or valid_to > '%1$s')
        """
            .formatted(night));
  }

  private static void declare(Shop shop) {
    AnAudience.in(shop)
        .suppressions("no")
        .declare("paid", "select.orders.at-least=0", "purpose=advertising", "channel=ads")
        .declare("paid", "identifiers=email,phone")
        .declare("letters", "identifiers=email,phone")
        .declare("paid", "destinations=google-customer-match,meta-customer-list")
        .declare("letters", "select.orders.at-least=0", "purpose=email", "channel=email")
        .declare("letters", "destinations=klaviyo")
        .declare("plain", "select.orders.at-least=0");
    shop.with("ingest.sources.no.columns.suppressed-at=at")
        .with("ingest.sources.no.expect.max-reject-share=1")
        .with("ingest.sources.shop-customers.expect.max-reject-share=1")
        .with("audiences.suppressions.max-shrink=1")
        .with("deliver.guard.from=1000000")
        .with("privacy.secret=a secret of the tests");
  }
}
