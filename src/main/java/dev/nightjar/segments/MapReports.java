package dev.nightjar.segments;

import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.ports.MapLinter;
import dev.nightjar.segments.CellScores.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports on the maps of the settings. */
@Component
final class MapReports implements MapLinter {
  private final SegmentsSettings settings;
  private final Vocabulary vocabulary;

  MapReports(SegmentsSettings settings, Vocabulary vocabulary) {
    this.settings = settings;
    this.vocabulary = vocabulary;
  }

  @Override
  public List<MapReport> examine() {
    var reports = new ArrayList<MapReport>();
    settings
        .maps()
        .forEach(
            (name, map) -> {
              var read = settings.read(map);
              boolean inUse = name.equals(settings.map());
              reports.add(
                  new MapLint(map, read)
                      .report(name, inUse, impossible(read, inUse), inUse ? mostDays() : null));
            });
    return reports;
  }

  private Set<Code> impossible(SegmentMap map, boolean inUse) {
    return vocabulary
        .scores()
        .filter(scores -> inUse)
        .map(scores -> map.scores().impossible(scores))
        .orElse(Set.of());
  }

  private @Nullable Integer mostDays() {
    return vocabulary.scores().map(Offers.Scores::mostDays).orElse(null);
  }
}
