package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import java.math.BigDecimal;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AudiencesSettingsTest {
  private static final Vocabulary OTHERS =
      new Vocabulary(
          List.of(
              new Offers.Segments(Set.of("Best", "Rest", "Leads", "Sent")),
              new Offers.Tiers(Set.of("Silver", "Gold")),
              new Offers.Sources(Set.of("paid-by"), List.of(), Map.of()),
              new Offers.Profiles(
                  Map.of(
                      "google",
                      new Offers.Profile(
                          "ads",
                          "advertising",
                          Set.of("email"),
                          "file",
                          Set.of("full"),
                          Set.of(),
                          Set.of(),
                          Set.of(),
                          Set.of()),
                      "generic",
                      new Offers.Profile(
                          "any",
                          null,
                          Set.of(),
                          "file",
                          Set.of("full"),
                          Set.of(),
                          Set.of(),
                          Set.of(),
                          Set.of())))));

  @Test
  void nothingDeclaredIsFine() {
    var settings = bind(Map.of());
    assertThat(settings.problems()).isEmpty();
    assertThat(settings.problems(OTHERS)).isEmpty();
    assertThat(settings.suppressions().maxAge()).isEqualTo(Period.ofDays(3));
    assertThat(settings.holdout().percent()).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void everyProblemIsToldAtOnce() {
    var settings =
        bind(
            Map.of(
                "a.frequency", "weekly",
                "b.day", "monday",
                "b.select.segments", "Best",
                "c.select.r.at-least", "4",
                "c.select.r.at-most", "3",
                "c.minimum.warn-below", "5",
                "c.minimum.block-below", "9",
                "c.channel", "Mail",
                "D.select.segments", "Best"));
    assertThat(settings.problems())
        .containsExactlyInAnyOrder(
            "declared.a.select: has no condition; for everybody write select: {orders: {at-least:"
                + " 0}}",
            "declared.a.day: is missing; a weekly audience needs one, such as day: monday",
            "declared.b.day: is for weekly audiences only, and this one is nightly",
            "declared.c.select.r: at-least is above at-most",
            "declared.c.minimum.warn-below: is under block-below, and would never warn",
            "declared.c.channel: must be lower-case letters",
            "declared.D: must be of a-z, 0-9 and -");
  }

  @Test
  void lookalikesAreOfSomebodyAndSoMany() {
    var settings =
        bind(
            Map.of(
                "a.select.lookalikes.of.tiers", "Gold",
                "b.select.orders.at-least", "1",
                "b.except.lookalikes.count", "10",
                "c.select.lookalikes.of.clusters", "big spenders",
                "c.select.lookalikes.count", "100"));
    assertThat(settings.problems())
        .containsExactlyInAnyOrder(
            "declared.a.select: has no condition; for everybody write select: {orders: {at-least:"
                + " 0}}",
            "declared.a.select.lookalikes.count: is missing; say how many, such as count: 1000",
            "declared.b.except.lookalikes.of: is empty; give it segments, clusters or tiers");
  }

  @Test
  void prioritiesOfAGroupAndSaltsDiffer() {
    var settings =
        bind(
            Map.of(
                "a.select.segments", "Best",
                "a.exclusive-group", "one",
                "a.holdout.percent", "5",
                "a.holdout.salt", "b",
                "b.select.segments", "Best",
                "b.exclusive-group", "one",
                "b.holdout.percent", "5"));
    assertThat(settings.problems())
        .containsExactlyInAnyOrder(
            "declared.b.priority: is 0, the same as that of a in its exclusive group",
            "declared.b.holdout.salt: is b, the same as that of another holdout; give each its own");
  }

  @Test
  void whatIsNotThereIsToldAtTheStart() {
    var settings =
        bind(
            Map.ofEntries(
                Map.entry("a.select.segments", "Best,Worst"),
                Map.entry("a.select.moved.to", "Gone"),
                Map.entry("a.except.attributes.colour", "red"),
                Map.entry("a.except.tiers", "Gold,Lead"),
                Map.entry("b.select.lookalikes.of.segments", "Nobodies"),
                Map.entry("a.destinations", "google,nowhere"),
                Map.entry("a.purpose", "marketing"),
                Map.entry("a.channel", "email"),
                Map.entry("b.select.attributes.paid-by", "card"),
                Map.entry("b.select.segments", "Best,Rest,Leads,Sent"),
                Map.entry("b.channel", "email"),
                Map.entry("b.destinations", "generic")));
    assertThat(settings.problems(OTHERS))
        .containsExactlyInAnyOrder(
            "declared.a.select: there is no segment Worst; there are: Best, Leads, Rest, Sent",
            "declared.a.select: there is no segment Gone; there are: Best, Leads, Rest, Sent",
            "declared.a.except: there is no tier Lead; there are: Gold, Silver",
            "declared.b.select: there is no segment Nobodies; there are: Best, Leads, Rest, Sent",
            "declared.a.except: there is no attribute colour; there are: country, paid-by",
            "declared.a.purpose: is marketing, and google is for advertising; leave it out for that of"
                + " each destination",
            "declared.a.channel: is email, and google reaches people by ads; leave it out for that of"
                + " each destination",
            "declared.a.identifiers: google does not recognise people by customer-key, only by email",
            "declared.a.destinations: there is no nowhere; there are: generic, google");
  }

  private static AudiencesSettings bind(Map<String, String> declared) {
    var values = new LinkedHashMap<String, String>();
    new TreeMap<>(declared).forEach((key, value) -> values.put("audiences.declared." + key, value));
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("audiences", AudiencesSettings.class);
  }
}
