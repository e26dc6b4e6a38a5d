package dev.nightjar.segments;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.segments.MapSettings.Direction;
import dev.nightjar.segments.MapSettings.ScoredSegment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The segment maps, and the one in use.
 *
 * @param map the map in use
 * @param maps by name
 * @param lapsed the segment of customers whose last kept order is older than the window
 * @param prospects the segment of customers without a kept order
 * @param netReturners the segment of customers worth zero or less
 */
@ConfigurationProperties("segments")
record SegmentsSettings(
    @DefaultValue("rfm-125") String map,
    @NotEmpty @DefaultValue Map<String, @Valid MapSettings> maps,
    @DefaultValue @Valid Segment lapsed,
    @DefaultValue @Valid Segment prospects,
    @DefaultValue @Valid Segment netReturners)
    implements Checked {

  /** The map in use. */
  SegmentMap segmentMap() {
    return read(Objects.requireNonNull(maps.get(map), map));
  }

  /** A map with parsed rules. */
  SegmentMap read(MapSettings settings) {
    return new SegmentMap(settings, List.of(lapsed, prospects, netReturners));
  }

  /** The segments of the map in use, best first; those not defined by scores last. */
  List<Segment> segments() {
    return segmentMap().segments();
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (!maps.isEmpty() && !maps.containsKey(map)) {
      problems.add("map: unknown map " + map + "; there are: " + String.join(", ", maps.keySet()));
    }
    maps.forEach((name, each) -> problems.addAll(nameProblems(name, each)));
    maps.forEach((name, each) -> problems.addAll(lint(name, each)));
    return problems;
  }

  private List<String> lint(String name, MapSettings map) {
    // a missing name is reported already
    return map.segments().stream().anyMatch(each -> each.name() == null)
        ? List.of()
        : new MapLint(map, read(map))
            .problems().stream().map(problem -> "maps." + name + ": " + problem).toList();
  }

  @Override
  public List<Offers> offers() {
    var used = Optional.ofNullable(maps.get(map));
    var lowest = new HashMap<String, Integer>();
    used.flatMap(each -> each.scores().cells())
        .ifPresent(
            cells -> cells.byMetric().forEach((name, axis) -> lowest.put(name, axis.lowest())));
    return List.of(
        new Offers.LowestScores(lowest),
        new Offers.Segments(
            Stream.concat(
                    used.stream().flatMap(SegmentsSettings::names),
                    Stream.of(lapsed, prospects, netReturners)
                        .filter(Objects::nonNull)
                        .map(Segment::name))
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.toSet())));
  }

  @Override
  public List<String> problems(Vocabulary vocabulary) {
    var problems = new ArrayList<String>();
    maps.forEach(
        (name, each) ->
            vocabulary.attributeProblems(each.attributes()).stream()
                .map(problem -> "maps.%s: %s".formatted(name, problem))
                .forEach(problems::add));
    var used = maps.get(map);
    if (used != null) {
      vocabulary.scores().map(scores -> scoreProblems(used, scores)).ifPresent(problems::addAll);
    }
    return problems;
  }

  /** Scores with other bins, or in the other direction, would get a wrong segment or none. */
  private List<String> scoreProblems(MapSettings used, Offers.Scores scores) {
    var cells = read(used).scores();
    var problems = new LinkedHashSet<String>();
    for (var metric : scores.metrics()) {
      int wanted = cells.byMetric().get(metric.name()).bins();
      if (metric.bins() != wanted) {
        problems.add(binsProblem(metric, wanted, cells.areAlike()));
      }
    }
    var direction = scores.isHighestBest() ? Direction.N_IS_BEST : Direction._1_IS_BEST;
    if (direction != used.direction()) {
      problems.add(
          "map: %s names scores of %s, and rfm.direction is %s: set rfm.direction=%s"
              .formatted(map, used.direction(), direction, used.direction()));
    }
    return List.copyOf(problems);
  }

  private String binsProblem(Offers.Metric metric, int wanted, boolean areAlike) {
    if (metric.setting().endsWith(".rule")) {
      return "map: %s names %d scores of %s, and %s=mean makes two: choose another rule, or a map with scores: {%s: 1-2}"
          .formatted(map, wanted, metric.name(), metric.setting(), metric.name().charAt(0));
    }
    return areAlike
        ? "map: %s names scores of %d bins, and %s is %d: set %s=%d"
            .formatted(map, wanted, metric.setting(), metric.bins(), metric.setting(), wanted)
        : "map: %s names %d scores of %s, and %s is %d: set rfm.%s.bins=%d"
            .formatted(
                map, wanted, metric.name(), metric.setting(), metric.bins(), metric.name(), wanted);
  }

  /** Segment names become file names, so names must differ in more than punctuation. */
  private List<String> nameProblems(String map, MapSettings settings) {
    var seen = new HashSet<String>();
    return Stream.concat(
            names(settings), Stream.of(lapsed, prospects, netReturners).map(Segment::name))
        .filter(name -> name != null)
        .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")))
        .map(name -> "maps.%s: there are two segments %s".formatted(map, name))
        .toList();
  }

  private static Stream<@Nullable String> names(MapSettings map) {
    return Stream.concat(
        map.segments().stream().map(ScoredSegment::name),
        Stream.ofNullable(map.otherwise()).map(Segment::name));
  }
}
