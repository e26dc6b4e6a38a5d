package dev.nightjar.audiences;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.ports.AudienceDrafts;
import dev.nightjar.ports.NearestCustomers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Counts drafts as a night would, in temporary tables alone. */
@Component
final class DraftCounts implements AudienceDrafts {
  private final DSLContext db;
  private final Home home;
  private final Vocabulary vocabulary;
  private final NearestCustomers nearest;

  DraftCounts(DSLContext db, Home home, Vocabulary vocabulary, NearestCustomers nearest) {
    this.db = db;
    this.home = home;
    this.vocabulary = vocabulary;
    this.nearest = nearest;
  }

  @Override
  public Draft count(LocalDate night, String name, Map<String, String> settings) {
    if (!name.matches("[a-z0-9-]+")) {
      return Draft.wrong(List.of("name: must be of a-z, 0-9 and -"));
    }
    if (vocabulary.audiences().containsKey(name)) {
      return Draft.wrong(List.of("name: there is an audience %s already".formatted(name)));
    }
    if (settings.values().stream().anyMatch(value -> value.contains("${"))) {
      // the value of a variable, such as a password, would come back in a problem
      return Draft.wrong(List.of("a value: must not have ${"));
    }
    try {
      var declared = declared(name, settings);
      var audience = Audience.of(name, null, declared, vocabulary);
      return db.transactionResult(tx -> count(tx.dsl(), night, audience));
    } catch (BadSettings e) {
      var place = ".*?declared\\." + name + "\\.";
      return Draft.wrong(e.problems().stream().map(each -> each.replaceFirst(place, "")).toList());
    }
  }

  /** The settings as a night would read them if a file declared the audience. */
  private AudienceSettings declared(String name, Map<String, String> settings) {
    var prefix = "declared." + name + ".";
    var overrides = new ArrayList<>(home.overrides());
    settings.forEach((key, value) -> overrides.add("audiences." + prefix + key + "=" + value));
    var section =
        SettingsLoader.section(
            new Home(home.folder(), home.installation(), overrides), AudiencesSettings.class);
    var problems =
        section.problems(vocabulary).stream()
            .filter(each -> each.startsWith(prefix))
            .map(each -> each.substring(prefix.length()))
            .toList();
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
    return section.declared().get(name);
  }

  private Draft count(DSLContext tx, LocalDate night, Audience audience) {
    var members = new MembersQueries(night, null, List.of(audience), nearest);
    members.gather(tx);
    var counts = MembersQueries.counts(tx);
    long published = counts.getOrDefault(null, 0);
    var exclusions = new LinkedHashMap<String, Long>();
    for (var each : Exclusion.values()) {
      if (counts.containsKey(each.key())) {
        exclusions.put(each.key(), counts.get(each.key()).longValue());
      }
    }
    var elsewhere = MembersQueries.countsElsewhere(tx);
    var destinations = new LinkedHashMap<String, Long>();
    for (var reach : audience.reaches()) {
      destinations.put(
          reach.destination(), published - elsewhere.getOrDefault(reach.destination(), 0));
    }
    var overlaps = new TreeMap<String, Long>();
    members.overlaps(tx).forEach((other, both) -> overlaps.put(other, both.longValue()));
    return new Draft(
        List.of(),
        counts.values().stream().mapToLong(Integer::longValue).sum(),
        published,
        exclusions,
        destinations,
        overlaps);
  }
}
