package dev.nightjar.clustering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A name for clusters whose medians lie in given ranges.
 *
 * @param name of the cluster; a second one that matches gets it with a 2
 * @param when ranges of the cluster's medians; all must hold
 */
record NameRule(@NotBlank String name, @DefaultValue List<@Valid Range> when) {

  /**
   * The range of a median, including its ends.
   *
   * @param feature its name
   * @param atLeast in the unit of the feature; null for no lower end
   * @param atMost in the unit of the feature; null for no upper end
   */
  record Range(@NotBlank String feature, @Nullable Double atLeast, @Nullable Double atMost) {
    /** Whether a value is in the range; NaN is in none. */
    boolean holds(double value) {
      return !Double.isNaN(value)
          && (atLeast == null || value >= atLeast)
          && (atMost == null || value <= atMost);
    }
  }

  /**
   * Whether the rule matches a cluster.
   *
   * @param features names of the cluster's medians
   */
  boolean matches(Cluster cluster, List<String> features) {
    return when.stream()
        .allMatch(each -> each.holds(cluster.medians()[features.indexOf(each.feature())]));
  }

  /** One line for each condition that does not hold. */
  List<String> problems(List<String> features) {
    var problems = new ArrayList<String>();
    for (int i = 0; i < when.size(); i++) {
      var range = when.get(i);
      // a missing feature is reported already
      if (range.feature() != null && !features.contains(range.feature())) {
        problems.add("when[%d].feature: is none of: %s".formatted(i, String.join(", ", features)));
      }
      if (range.atLeast() != null && range.atMost() != null && range.atLeast() > range.atMost()) {
        problems.add("when[%d].at-least: is above at-most".formatted(i));
      }
    }
    return problems;
  }
}
