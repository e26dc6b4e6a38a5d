package dev.nightjar.clustering;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A feature that customers are clustered on.
 *
 * @param feature the feature itself
 * @param attribute of the orders whose share is meant: country, or one that sources keep by name
 * @param value of that attribute
 * @param transform before scaling
 * @param percentiles the two, from 0 to 100, to which winsorise limits values
 */
record FeatureSettings(
    @NotNull Feature feature,
    @Nullable String attribute,
    @Nullable String value,
    @DefaultValue("log1p") Transform transform,
    @DefaultValue({"1", "99"}) List<Double> percentiles) {

  static FeatureSettings of(Feature feature, Transform transform) {
    return new FeatureSettings(feature, null, null, transform, List.of(1.0, 99.0));
  }

  /** The one name of the feature in tables and on screens; a share's is attribute=value. */
  String name() {
    return feature == Feature.SHARE ? attribute + "=" + value : feature.key();
  }

  /** What its scaled values depend on, apart from the customers. */
  String definition() {
    var limits =
        transform == Transform.WINSORISE
            ? " %s to %s".formatted(percentiles.get(0), percentiles.get(1))
            : "";
    return "%s %s%s".formatted(name(), transform.key(), limits);
  }

  /** One line for each condition that does not hold. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    boolean isShare = feature == Feature.SHARE;
    if (isShare != (attribute != null) || isShare != (value != null)) {
      problems.add(
          isShare
              ? "share needs an attribute and its value"
              : feature.key() + " has no attribute and no value; only share has");
    }
    if (percentiles.size() != 2
        || !(0 <= percentiles.get(0) && percentiles.get(0) < percentiles.get(1))
        || percentiles.get(1) > 100) {
      problems.add("percentiles must be two from 0 to 100, the lower one first");
    }
    return problems;
  }
}
