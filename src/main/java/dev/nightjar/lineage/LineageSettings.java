package dev.nightjar.lineage;

import dev.nightjar.home.Checked;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events of OpenLineage: what each stage read and wrote.
 *
 * @param namespace of the jobs, and of the tables of the embedded database
 * @param folder where each night has a file of events, one JSON object a line
 * @param retention how long these files are kept; they hold no personal data
 * @param http receiver that gets each event as well
 */
@ConfigurationProperties("lineage")
record LineageSettings(
    @DefaultValue("nightjar") String namespace,
    @DefaultValue("var/lineage") Path folder,
    @DefaultValue("P400D") Period retention,
    @DefaultValue Http http)
    implements Checked {

  /**
   * A receiver of events, such as Marquez. What it does not take is only in the files.
   *
   * @param url to which events are posted; none for no receiver
   * @param token sent as a bearer token; none for no token
   * @param timeout how long a receiver can take for one event, and the end of a command for the
   *     last ones; after it, the rest of the night is not sent
   */
  record Http(@Nullable URI url, @Nullable String token, @DefaultValue("5s") Duration timeout) {}

  /** Whether the file of a night is past its retention. */
  boolean isExpired(LocalDate night, LocalDate today) {
    return !night.plus(retention).isAfter(today);
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (namespace.isBlank()) {
      problems.add("namespace: must not be empty");
    }
    if (!LocalDate.EPOCH.plus(retention).isAfter(LocalDate.EPOCH)) {
      problems.add("retention: must be a positive period, such as P400D");
    }
    var url = http.url();
    if (url != null
        && (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?"))) {
      problems.add("http.url: must be an http or https address");
    }
    if (http.timeout().toMillis() < 1) {
      problems.add("http.timeout: must be above zero");
    }
    return problems;
  }
}
