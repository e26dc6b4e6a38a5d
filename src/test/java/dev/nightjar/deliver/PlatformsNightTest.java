package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every platform that a profile describes, simulated: after thirty nights in which people come,
 * move in with others, marry, change their address and number, refuse, agree again and are erased,
 * each has exactly the people of tonight, whatever kinds of files it takes, whichever comes first,
 * and if all come twice.
 */
@DatabaseTest
class PlatformsNightTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-02");
  private static final int NIGHTS = 30;
  private static final int PEOPLE = 40;
  private static final String CUSTOMERS = Everybody.CUSTOMERS + ",zip";
  private static final List<FileKind> REMOVES_FIRST =
      List.of(FileKind.REMOVES, FileKind.CHANGES, FileKind.ADDS);
  private static final List<FileKind> ADDS_FIRST =
      List.of(FileKind.ADDS, FileKind.CHANGES, FileKind.REMOVES);

  private final Random random = new Random(11);
  private int erased;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyPlatformHasTonightsPeople(boolean withChanges, Shop shop) {
    var profiles = new TreeMap<>(profiles(shop));
    assertThat(profiles).hasSizeGreaterThanOrEqualTo(30);
    Everybody.in(shop, String.join(",", profiles.keySet()))
        .with("privacy.secret=a secret of the tests")
        .with("audiences.declared.all.identifiers=email")
        .with("audiences.declared.all.except.attributes.country=FR")
        .with("ingest.sources.shop-customers.columns.zip=zip")
        .with("ingest.sources.shop-customers.columns.consent=email_consent")
        .with("deliver.deliveries.microsoft-customer-match.parameters.all.list-id=4711")
        .with("deliver.deliveries.klaviyo-api.parameters.all.list-id=4711");
    profiles.forEach((name, profile) -> let(shop, name, profile, withChanges));
    var platforms = new ArrayList<SimulatedPlatform>();
    profiles.forEach((name, profile) -> platforms.addAll(platforms(name, profile, withChanges)));
    int nights = withChanges ? NIGHTS / 2 : NIGHTS;
    for (int i = 0; i < nights; i++) {
      var night = FIRST.plusDays(i).toString();
      live(shop, night);
      shop.run(night);
      var order = i % 2 == 0 ? REMOVES_FIRST : ADDS_FIRST;
      for (var each : platforms) {
        var folder = shop.folder().resolve("extracts/" + each.destination() + "/all/" + night);
        each.follow(folder, night, order);
        assertThat(each.known())
            .as("%s after %s", each, night)
            .isEqualTo(each.tonight(folder, night));
        each.follow(folder, night, order);
        assertThat(each.known())
            .as("%s after %s came twice", each, night)
            .isEqualTo(each.tonight(folder, night));
      }
      assertThat(refusedIn(shop, night)).as("refused, and in a file of " + night).isEmpty();
    }
    assertThat(erased).isPositive();
    assertThat(removed(shop)).isGreaterThan(3 * nights);
  }

  private static void let(Shop shop, String name, Profile profile, boolean withChanges) {
    Everybody.withStandardLayout(shop, name)
        .with("destinations.profiles." + name + ".require-at-least=0");
    shop.with(
        "deliver.files."
            + name
            + "="
            + all(profile, withChanges).stream()
                .map(FileKind::toString)
                .collect(Collectors.joining(",")));
  }

  /** All kinds that a destination can take. */
  private static Set<FileKind> all(Profile profile, boolean withChanges) {
    return switch (profile.removal()) {
      case FILE ->
          withChanges && profile.actions().isEmpty()
              ? EnumSet.allOf(FileKind.class)
              : EnumSet.of(FileKind.FULL, FileKind.REMOVES, FileKind.ADDS);
      case FLAG -> EnumSet.of(FileKind.FULL, FileKind.ADDS);
      case OVERWRITE, NONE -> EnumSet.of(FileKind.FULL);
    };
  }

  /**
   * A platform for each set of kinds by which people can be followed. What the files hold depends
   * on nothing but whether there are changes.
   */
  private static List<SimulatedPlatform> platforms(
      String name, Profile profile, boolean withChanges) {
    var platforms = new ArrayList<SimulatedPlatform>();
    var all = all(profile, withChanges);
    if (!profile.flagsLeavers()) {
      platforms.add(new SimulatedPlatform(name, profile, EnumSet.of(FileKind.FULL)));
    }
    if (all.size() > 1) {
      var differences = EnumSet.copyOf(all);
      differences.remove(FileKind.FULL);
      platforms.add(new SimulatedPlatform(name, profile, differences));
    }
    return platforms;
  }

  private static Map<String, Profile> profiles(Shop shop) {
    return shop.open(
        context ->
            context.getBean(Destinations.class).profiles().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().of("all", Map.of()))));
  }

  private void live(Shop shop, String night) {
    var customers = new ArrayList<>(List.of(CUSTOMERS));
    var orders = new ArrayList<>(List.of(ANight.header()));
    for (int i = 1; i <= PEOPLE; i++) {
      var key = "C%05d".formatted(i);
      if (random.nextInt(5) == 0) {
        customers.add(
            "%s,%s 00:00:00,%s,%s,%s,%s,%s,,%s,%s,%s"
                .formatted(
                    key,
                    night,
                    one("Zoë", "Ann", "O'Neil", ""),
                    one("Ash", "Smith-Jones", "李", ""),
                    one("", "p%d@example.com", "P.%d+x@gmail.com", "p%d@gmail.com")
                        .formatted(random.nextInt(30)),
                    one("", "+44 7700 9000%02d", "07700 9000%02d").formatted(random.nextInt(30)),
                    one("GB", "GB", "GB", "FR"),
                    one("yes", "yes", "yes", "no"),
                    one("no", "no", "no", "no", "yes"),
                    one("LS1 4AP", "#")));
      }
      if (random.nextInt(4) == 0) {
        orders.add(
            "%s-%s,%s 12:00:00,%s,P,1,%d.00,completed"
                .formatted(
                    key, night, LocalDate.parse(night).minusDays(random.nextInt(60)), key, 5));
      }
    }
    shop.deliver("customers-" + night + ".csv", customers.toArray(String[]::new))
        .deliver("orders-" + night + ".csv", orders.toArray(String[]::new));
    if (random.nextInt(5) == 0 && !night.equals(FIRST.toString())) {
      shop.erase("C%05d".formatted(1 + random.nextInt(PEOPLE)));
      erased++;
    }
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** Keys in tonight's file of everything whose own records refuse. */
  private static List<String> refusedIn(Shop shop, String night) {
    var file = "extracts/generic-csv/all/%1$s/all__%1$s__full.csv".formatted(night);
    var keys = Replica.read(shop.folder().resolve(file)).stream();
    var refused =
        Set.copyOf(
            shop.rows("select customer_key from orders.customers where is_opted_out or is_erased"));
    return keys.map(row -> row.substring(0, row.indexOf('|'))).filter(refused::contains).toList();
  }

  private static long removed(Shop shop) {
    return Long.parseLong(shop.rows("select sum(removed) from deliver.changes").get(0));
  }
}
