package dev.nightjar.destinations;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The destinations that audiences can go to.
 *
 * @param profiles what each accepts, by its name
 */
@ConfigurationProperties("destinations")
record DestinationsSettings(@NotEmpty @DefaultValue Map<String, @Valid Profile> profiles)
    implements Checked {

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    profiles.forEach(
        (name, profile) -> problems.addAll(new ProfileCheck(name, profile).problems()));
    return problems;
  }

  @Override
  public List<String> problems(Vocabulary vocabulary) {
    var problems = new ArrayList<String>();
    var known = vocabulary.attributes();
    profiles.forEach(
        (name, profile) ->
            profile.offer().attributes().stream()
                .filter(each -> !known.contains(each))
                .forEach(
                    each ->
                        problems.add(
                            "profiles.%s.columns: there is no attribute %s; there are: %s"
                                .formatted(name, each, String.join(", ", known)))));
    return problems;
  }

  @Override
  public List<Offers> offers() {
    var byName = new LinkedHashMap<String, Offers.Profile>();
    profiles.forEach((name, profile) -> byName.put(name, profile.offer()));
    return List.of(new Offers.Profiles(byName));
  }
}
