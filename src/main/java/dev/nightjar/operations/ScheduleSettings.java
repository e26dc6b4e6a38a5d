package dev.nightjar.operations;

import dev.nightjar.home.Checked;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * When {@code nightjar serve} runs nights.
 *
 * @param cron minute, hour, day of the month, month and day of the week, such as {@code 30 2 * *
 *     *}; each run is for the last business date that is over; none without {@code nightjar serve}
 * @param zone time zone of the expression; none for the business zone
 * @param catchUp most nights that are run one after the other when some were missed
 */
@ConfigurationProperties("schedule")
public record ScheduleSettings(
    @Nullable String cron, @Nullable ZoneId zone, @Min(1) @DefaultValue("7") int catchUp)
    implements Checked {

  /** The expression, at second 0; null if there is none. */
  @Nullable CronExpression expression() {
    return cron == null || cron.isBlank() ? null : CronExpression.parse("0 " + cron);
  }

  @Override
  public List<String> problems() {
    try {
      expression();
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of("cron: is not a cron expression of five fields (expected: 30 2 * * *)");
    }
  }
}
