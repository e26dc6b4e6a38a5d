package dev.nightjar.segments;

import dev.nightjar.pipeline.Checked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The segment maps, and which one names the segments.
 *
 * @param map the map in use
 * @param maps segments of each map, best first
 * @param prospects the segment of customers without a kept order
 * @param netReturners the segment of customers worth zero or less
 */
@ConfigurationProperties("segments")
record SegmentsSettings(
    @DefaultValue("rfm-125") String map,
    @NotEmpty @DefaultValue Map<String, @Valid List<@Valid Segment>> maps,
    @DefaultValue @Valid Segment prospects,
    @DefaultValue @Valid Segment netReturners)
    implements Checked {

  /** Scores per metric that the maps are made for. */
  static final int BINS = 5;

  /**
   * A segment and its line of the playbook.
   *
   * @param name what the business calls it
   * @param codes R, F and M score side by side, as 543, separated by blanks; empty for a segment
   *     that is not told by scores
   * @param description who is in it, in one line
   * @param action what marketing is advised to do
   */
  record Segment(
      @NotBlank String name,
      @DefaultValue("") String codes,
      @DefaultValue("") String description,
      @DefaultValue("") String action) {

    List<String> codeList() {
      return codes.isBlank() ? List.of() : List.of(codes.strip().split("\\s+"));
    }
  }

  /** The segments of the map in use, best first, the two that are not told by scores last. */
  List<Segment> segments() {
    var segments = new ArrayList<>(maps.get(map));
    segments.add(prospects);
    segments.add(netReturners);
    return segments;
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (!maps.isEmpty() && !maps.containsKey(map)) {
      problems.add(
          "map: there is no map " + map + "; there are: " + String.join(", ", maps.keySet()));
    }
    if (!prospects.codes().isEmpty() || !netReturners.codes().isEmpty()) {
      problems.add("prospects and net-returners: are not told by scores and have no codes");
    }
    maps.forEach((name, segments) -> problems.addAll(nameProblems(name, segments)));
    maps.forEach((name, segments) -> problems.addAll(codeProblems(name, segments)));
    return problems;
  }

  /** File names are made of the names, so names that differ in punctuation only are the same. */
  private List<String> nameProblems(String map, List<Segment> segments) {
    var all = new ArrayList<>(segments);
    all.add(prospects);
    all.add(netReturners);
    var seen = new HashSet<String>();
    return all.stream()
        .map(Segment::name)
        .filter(name -> name != null)
        .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")))
        .map(name -> "maps.%s: there are two segments %s".formatted(map, name))
        .toList();
  }

  /** Each cell must be named once: R, F and M scores of 1 to 5. */
  private static List<String> codeProblems(String map, List<Segment> segments) {
    var problems = new ArrayList<String>();
    var named = new LinkedHashMap<String, String>();
    for (var segment : segments) {
      if (segment.codeList().isEmpty()) {
        problems.add("maps.%s: no score reaches %s".formatted(map, segment.name()));
      }
      for (var code : segment.codeList()) {
        if (!code.matches("[1-5]{3}")) {
          problems.add("maps.%s: %s of %s is no code".formatted(map, code, segment.name()));
          continue;
        }
        var other = named.put(code, segment.name());
        if (other != null) {
          problems.add(
              "maps.%s: %s belongs to %s and to %s".formatted(map, code, other, segment.name()));
        }
      }
    }
    var missing = new ArrayList<String>();
    for (int cell = 0; cell < BINS * BINS * BINS; cell++) {
      var code = "" + (cell / (BINS * BINS) + 1) + (cell / BINS % BINS + 1) + (cell % BINS + 1);
      if (!named.containsKey(code)) {
        missing.add(code);
      }
    }
    if (!missing.isEmpty()) {
      problems.add("maps.%s: no segment has %s".formatted(map, String.join(", ", missing)));
    }
    return problems;
  }
}
