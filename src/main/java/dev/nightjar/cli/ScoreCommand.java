package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.views.ScoreTrial;
import dev.nightjar.views.ScoreTrial.Profile;
import dev.nightjar.views.ScoreTrial.Trial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tries other settings on the stored history. */
@Command(
    name = "score",
    description = {
      "Try other settings on a night: show its segments next to those the settings would give.",
      "Changes nothing. With --set, any setting of rfm and segments can be tried."
    })
final class ScoreCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "A finished night (default: the newest).")
  private @Nullable LocalDate date;

  @Option(names = "--rule", description = "Scoring rule of all three metrics, such as ntile.")
  private @Nullable String rule;

  @Option(names = "--bins", description = "Number of scores per metric, 2 to 10.")
  private @Nullable Integer bins;

  @Option(names = "--map", paramLabel = "NAME", description = "Segment map, such as rf-regex.")
  private @Nullable String map;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open(nightjar.home(), settings())) {
      var tried = ScoreTrial.of(date, session.dryRun(), session.published());
      if (json) {
        Json.print(tried);
      } else {
        print(tried.night(), tried.trial());
      }
    }
  }

  private List<String> settings() {
    var settings = new ArrayList<String>();
    if (rule != null) {
      settings.add("rfm.rule=" + rule);
    }
    if (bins != null) {
      settings.add("rfm.bins=" + bins);
    }
    if (map != null) {
      settings.add("segments.map=" + map);
    }
    return settings;
  }

  private static void print(LocalDate night, Trial trial) {
    System.out.println("Night " + night);
    if (!trial.counts().equals(trial.wouldCount())) {
      System.out.printf(
          "The night counts %s; the trial counts %s.%n", trial.counts(), trial.wouldCount());
    }
    var now = bySegment(trial.now());
    var then = bySegment(trial.then());
    var names = new LinkedHashSet<>(then.keySet());
    names.addAll(now.keySet());
    var table = new TextTable(1, "Segment", "Is", "Would be", "Change", "Revenue is", "Would be");
    for (var name : names) {
      var before = now.get(name);
      var after = then.get(name);
      table.row(
          name,
          before == null ? "–" : number(before.customers()),
          after == null ? "–" : number(after.customers()),
          "%+,d".formatted(customers(after) - customers(before)),
          before == null ? "–" : "%,.0f".formatted(before.revenue()),
          after == null ? "–" : "%,.0f".formatted(after.revenue()));
    }
    System.out.print(table);
    System.out.printf(
        Locale.ROOT,
        "%,d of %s would be in another segment. Nothing was changed.%n",
        trial.changed(),
        Counted.of(trial.customers(), "customer"));
  }

  private static long customers(@Nullable Profile profile) {
    return profile == null ? 0 : profile.customers();
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }

  private static Map<String, Profile> bySegment(List<Profile> profiles) {
    var bySegment = new LinkedHashMap<String, Profile>();
    profiles.forEach(each -> bySegment.put(each.segment(), each));
    return bySegment;
  }
}
