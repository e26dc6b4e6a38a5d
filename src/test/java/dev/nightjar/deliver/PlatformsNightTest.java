package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every platform that a profile describes, simulated: after thirty nights in which people come,
 * move in with others, marry, change their address and number, refuse, agree again and are erased,
 * and the audience gets another name, each has exactly the people of tonight, whatever kinds of
 * files it takes, whichever comes first, and if all come twice.
 */
@DatabaseTest
class PlatformsNightTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-02");
  private static final int NIGHTS = Rounds.of(12, 30);
  private static final int PEOPLE = 40;
  private static final String CUSTOMERS = Everybody.CUSTOMERS + ",zip";

  /** Places in a record. */
  private static final int EMAIL = 2;

  private static final int OPTED_OUT = 7;
  private static final List<FileKind> REMOVES_FIRST =
      List.of(FileKind.REMOVES, FileKind.CHANGES, FileKind.ADDS);
  private static final List<FileKind> ADDS_FIRST =
      List.of(FileKind.ADDS, FileKind.CHANGES, FileKind.REMOVES);

  private static final String RENAMED = "people";

  private final Random random = new Random(11);
  private final Map<String, List<String>> records = new TreeMap<>();
  private final Set<Event> happened = EnumSet.noneOf(Event.class);
  private String audience = "all";

  /** What happens to people. */
  private enum Event {
    SHARED_ADDRESS,
    OTHER_ADDRESS,
    OTHER_NUMBER,
    OTHER_NAME,
    OTHER_ATTRIBUTE,
    REFUSED,
    AGREED_AGAIN,
    ERASED
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyPlatformHasTonightsPeople(boolean withChanges, Shop shop) {
    var profiles = new TreeMap<>(profiles(shop));
    assertThat(profiles).hasSizeGreaterThanOrEqualTo(30);
    var its = declare(shop, profiles, withChanges);
    var platforms = platforms(profiles, withChanges);
    int nights = withChanges ? NIGHTS * 2 / 3 : NIGHTS;
    for (int i = 0; i < nights; i++) {
      var night = FIRST.plusDays(i).toString();
      var order = i % 2 == 0 ? REMOVES_FIRST : ADDS_FIRST;
      live(its, night);
      boolean isRenamed = i == nights / 2;
      var before = platforms;
      if (isRenamed) {
        audience = RENAMED;
        its = declare(new Shop(shop.database(), shop.folder()), profiles, withChanges);
        platforms = platforms(profiles, withChanges);
      }
      its.run(night);
      if (isRenamed) {
        assertNobodyIsIn(before, shop, night, order);
      }
      for (var each : platforms) {
        var folder = folder(shop, each, night);
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
    assertThat(happened).containsExactlyInAnyOrder(Event.values());
    assertThat(removed(shop)).isGreaterThan(3 * nights);
  }

  private static void assertNobodyIsIn(
      List<SimulatedPlatform> before, Shop shop, String night, List<FileKind> order) {
    // nothing comes where nobody is
    before.stream()
        .filter(each -> Files.exists(folder(shop, each, night)))
        .forEach(each -> each.follow(folder(shop, each, night), night, order));
    assertThat(before).as("lists of the old name").allMatch(each -> each.known().isEmpty());
  }

  private static Path folder(Shop shop, SimulatedPlatform platform, String night) {
    return shop.folder()
        .resolve("extracts/%s/%s/%s".formatted(platform.destination(), platform.audience(), night));
  }

  private Shop declare(Shop shop, Map<String, Profile> profiles, boolean withChanges) {
    var declared = "audiences.declared." + audience + ".";
    shop.with(declared + "select.orders.at-least=0")
        .with(declared + "consent=for-contacts")
        .with(declared + "destinations=" + String.join(",", profiles.keySet()))
        .with(declared + "identifiers=email")
        .with(declared + "except.attributes.country=FR")
        .with("deliver.guard.from=1000000")
        .with("privacy.secret=a secret of the tests")
        .with("ingest.sources.shop-customers.columns.zip=zip")
        .with("ingest.sources.shop-customers.columns.consent=email_consent");
    for (var each : new TreeSet<>(List.of("all", audience))) {
      for (var withList : List.of("microsoft-customer-match", "klaviyo-api")) {
        shop.with("deliver.deliveries.%s.parameters.%s.list-id=4711".formatted(withList, each));
      }
    }
    profiles.forEach((name, profile) -> let(shop, name, profile, withChanges));
    return shop;
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
  private List<SimulatedPlatform> platforms(Map<String, Profile> profiles, boolean withChanges) {
    var platforms = new ArrayList<SimulatedPlatform>();
    profiles.forEach(
        (name, profile) ->
            platforms.addAll(platforms(name, profile.of(audience, Map.of()), withChanges)));
    return platforms;
  }

  private List<SimulatedPlatform> platforms(String name, Profile profile, boolean withChanges) {
    var platforms = new ArrayList<SimulatedPlatform>();
    var all = all(profile, withChanges);
    if (!profile.flagsLeavers()) {
      platforms.add(new SimulatedPlatform(name, audience, profile, EnumSet.of(FileKind.FULL)));
    }
    if (all.size() > 1) {
      var differences = EnumSet.copyOf(all);
      differences.remove(FileKind.FULL);
      platforms.add(new SimulatedPlatform(name, audience, profile, differences));
    }
    return platforms;
  }

  private static Map<String, Profile> profiles(Shop shop) {
    return shop.open(context -> Map.copyOf(context.getBean(Destinations.class).profiles()));
  }

  private void live(Shop shop, String night) {
    var customers = new ArrayList<>(List.of(CUSTOMERS));
    var orders = new ArrayList<>(List.of(ANight.header()));
    for (int i = 1; i <= PEOPLE; i++) {
      var key = "C%05d".formatted(i);
      if (random.nextInt(5) == 0) {
        var record =
            List.of(
                one("Zoë", "Ann", "O'Neil", ""),
                one("Ash", "Smith-Jones", "李", ""),
                one("", "p%d@example.com", "P.%d+x@gmail.com", "p%d@gmail.com")
                    .formatted(random.nextInt(30)),
                one("", "+44 7700 9000%02d", "07700 9000%02d").formatted(random.nextInt(30)),
                one("GB", "GB", "GB", "FR"),
                "",
                one("yes", "yes", "yes", "no"),
                one("no", "no", "no", "no", "yes"),
                one("LS1 4AP", "#"));
        note(key, record);
        customers.add(key + "," + night + " 00:00:00," + String.join(",", record));
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
    if (LocalDate.parse(night).getDayOfMonth() % 4 == 0) {
      shop.erase("C%05d".formatted(1 + random.nextInt(PEOPLE)));
      happened.add(Event.ERASED);
    }
  }

  /** Notes what happens to a person with a new record. */
  private void note(String key, List<String> record) {
    var others = records.entrySet().stream().filter(each -> !each.getKey().equals(key));
    if (others.anyMatch(each -> isAt(each.getValue(), record, EMAIL))) {
      happened.add(Event.SHARED_ADDRESS);
    }
    var before = records.put(key, record);
    if (before != null) {
      note(Event.OTHER_ADDRESS, before, record, EMAIL);
      note(Event.OTHER_NUMBER, before, record, EMAIL + 1);
      note(Event.OTHER_NAME, before, record, 0);
      note(Event.OTHER_ATTRIBUTE, before, record, EMAIL + 2);
      if (!isAt(before, record, OPTED_OUT)) {
        happened.add(record.get(OPTED_OUT).equals("yes") ? Event.REFUSED : Event.AGREED_AGAIN);
      }
    }
  }

  private void note(Event event, List<String> before, List<String> record, int place) {
    if (!before.get(place).isEmpty() && !isAt(before, record, place)) {
      happened.add(event);
    }
  }

  private static boolean isAt(List<String> one, List<String> other, int place) {
    return !one.get(place).isEmpty() && one.get(place).equals(other.get(place));
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** Keys in tonight's file of everything whose own records refuse. */
  private List<String> refusedIn(Shop shop, String night) {
    var file = "extracts/generic-csv/%1$s/%2$s/%1$s__%2$s__full.csv".formatted(audience, night);
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
