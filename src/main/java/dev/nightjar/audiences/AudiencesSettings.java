package dev.nightjar.audiences;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audiences.
 *
 * @param holdout customers who are left out of every audience
 * @param suppressions requirements for suppression feeds
 * @param declared the audiences by name; if there are none, each segment is one
 */
@ConfigurationProperties("audiences")
record AudiencesSettings(
    @DefaultValue @Valid Holdout holdout,
    @DefaultValue @Valid Suppressions suppressions,
    @DefaultValue Map<String, @Valid AudienceSettings> declared)
    implements Checked {

  /**
   * Limits for every suppression source; nothing is published while one is exceeded.
   *
   * @param maxAge time since the night of the last file
   * @param maxShrink share by which the lines of a night can fall below those of the last accepted
   *     night, 0 to 1
   */
  record Suppressions(
      @DefaultValue("P3D") Period maxAge,
      @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.2") BigDecimal maxShrink) {}

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    declared.forEach(
        (name, audience) -> {
          if (!name.matches("[a-z0-9-]+")) {
            problems.add("declared." + name + ": must be of a-z, 0-9 and -");
          }
          audience.problems().forEach(each -> problems.add("declared." + name + "." + each));
        });
    addSharedPriorities(problems);
    addSharedSalts(problems);
    return problems;
  }

  /** With equal priorities, neither would go first. */
  private void addSharedPriorities(List<String> problems) {
    var seen = new HashMap<String, String>();
    declared.forEach(
        (name, audience) -> {
          if (audience.exclusiveGroup() != null) {
            var place = audience.exclusiveGroup() + " " + audience.priority();
            var other = seen.putIfAbsent(place, name);
            if (other != null) {
              problems.add(
                  "declared.%s.priority: is %d, the same as that of %s in its exclusive group"
                      .formatted(name, audience.priority(), other));
            }
          }
        });
  }

  /** A shared salt would hold out the same people everywhere. */
  private void addSharedSalts(List<String> problems) {
    var salts = new HashSet<String>();
    if (holdout.isDrawn()) {
      salts.add(holdout.saltOf(Holdout.EVERYWHERE));
    }
    declared.forEach(
        (name, audience) -> {
          var salt = audience.holdout().saltOf(name);
          if (audience.holdout().isDrawn() && !salts.add(salt)) {
            problems.add(
                "declared.%s.holdout.salt: is %s, the same as that of another holdout; give each its own"
                    .formatted(name, salt));
          }
        });
  }

  @Override
  public List<Offers> offers() {
    var purposes = new TreeSet<>(Set.of(AudienceSettings.DEFAULT_PURPOSE));
    declared.values().stream()
        .filter(Objects::nonNull)
        .map(AudienceSettings::purpose)
        .filter(Objects::nonNull)
        .forEach(purposes::add);
    var destinations = new LinkedHashMap<String, List<String>>();
    declared.forEach(
        (name, audience) ->
            destinations.put(name, audience == null ? List.of() : audience.destinations()));
    return List.of(new Offers.Purposes(purposes), new Offers.Audiences(destinations));
  }

  @Override
  public List<String> problems(Vocabulary vocabulary) {
    var problems = new ArrayList<String>();
    declared.forEach(
        (name, audience) ->
            new NamesCheck(audience, vocabulary)
                .problems()
                .forEach(each -> problems.add("declared." + name + "." + each)));
    return problems;
  }
}
