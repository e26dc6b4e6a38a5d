package dev.nightjar.report;

import dev.nightjar.home.Checked;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the reports of nights are, and for how long.
 *
 * @param folder where each night has a folder with its report
 * @param retention how long reports are kept; they hold no personal data
 */
@ConfigurationProperties("report")
record ReportSettings(@DefaultValue("reports") Path folder, @DefaultValue("P400D") Period retention)
    implements Checked {

  /** Whether the report of a night is past its retention. */
  boolean isExpired(LocalDate night, LocalDate today) {
    return !night.plus(retention).isAfter(today);
  }

  @Override
  public List<String> problems() {
    return LocalDate.EPOCH.plus(retention).isAfter(LocalDate.EPOCH)
        ? List.of()
        : List.of("retention: must be a positive period, such as P400D");
  }
}
