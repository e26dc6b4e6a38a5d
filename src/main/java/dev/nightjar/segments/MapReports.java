package dev.nightjar.segments;

import dev.nightjar.ports.MapLinter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reports on the maps of the settings. */
@Component
final class MapReports implements MapLinter {
  private final SegmentsSettings settings;

  MapReports(SegmentsSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<MapReport> examine() {
    var reports = new ArrayList<MapReport>();
    settings
        .maps()
        .forEach(
            (name, map) ->
                reports.add(
                    new MapLint(map, settings.read(map))
                        .report(name, name.equals(settings.map()))));
    return reports;
  }
}
