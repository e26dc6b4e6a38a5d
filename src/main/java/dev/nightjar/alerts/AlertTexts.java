package dev.nightjar.alerts;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words alerts. Messages of failures can name files, so only those of gates and of the change guard
 * are used.
 *
 * @param console address of the console; null if there is none
 */
public record AlertTexts(@Nullable URI console) {
  private static final String RUNBOOK = "ops/runbook.md#";
  private static final String OVERDUE = "no-night-has-finished";
  private static final Set<FailureCode> WITH_FIGURES =
      Set.of(FailureCode.GATE_WARNED, FailureCode.CHANGES_WAIT);

  /**
   * A command of a night failed.
   *
   * @param night null if it chose none
   * @param stage null if it did not fail in one
   */
  public Alert failure(
      @Nullable LocalDate night, @Nullable String stage, FailureCode code, List<String> details) {
    var kind = code == FailureCode.GATE_STOPPED ? Alert.Kind.APPROVAL : Alert.Kind.FAILURE;
    return new Alert(
        kind,
        night,
        stage,
        code,
        code.meaning(),
        details,
        command(code, night),
        heading(code),
        console);
  }

  /** What a finished night leaves to do: one alert for each code. */
  public List<Alert> warnings(LocalDate night, List<Failure> warnings) {
    return warnings.stream()
        .map(Failure::code)
        .distinct()
        .map(
            code ->
                new Alert(
                    code == FailureCode.CHANGES_WAIT ? Alert.Kind.APPROVAL : Alert.Kind.WARNING,
                    night,
                    null,
                    code,
                    code.meaning(),
                    details(code, warnings),
                    command(code, night),
                    heading(code),
                    console))
        .toList();
  }

  private static List<String> details(FailureCode code, List<Failure> warnings) {
    return WITH_FIGURES.contains(code)
        ? warnings.stream()
            .filter(each -> each.code() == code)
            .map(each -> String.valueOf(each.getMessage()))
            .toList()
        : List.of();
  }

  /** No night has finished for too long. */
  public Alert overdue(Duration after) {
    return new Alert(
        Alert.Kind.OVERDUE,
        null,
        null,
        null,
        "No night has finished for %d hours.".formatted(after.toHours()),
        List.of(),
        "nightjar status",
        RUNBOOK + OVERDUE,
        console);
  }

  /** A night has finished of which something was said before. */
  public Alert recovery(LocalDate night) {
    return new Alert(
        Alert.Kind.RECOVERY,
        night,
        null,
        null,
        "The night is published and delivered.",
        List.of(),
        "nightjar status --date " + night,
        "ops/runbook.md",
        console);
  }

  /** Nothing has happened. */
  public Alert test() {
    return new Alert(
        Alert.Kind.TEST,
        null,
        null,
        null,
        "Alerts arrive here. Nothing has happened.",
        List.of(),
        "nightjar status",
        "ops/runbook.md",
        console);
  }

  /** The heading of a code, as links spell it. */
  static String heading(FailureCode code) {
    return RUNBOOK + code.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String command(FailureCode code, @Nullable LocalDate night) {
    var date = night == null ? "" : " --date " + night;
    return switch (code) {
      case GATE_STOPPED ->
          "nightjar approve%s --reason \"…\", then nightjar resume%s".formatted(date, date);
      case GATE_WARNED, CHANGES_WAIT, FILES_SET_ASIDE -> "nightjar status" + date;
      case NIGHT_RUNNING, LOCK_LOST, NIGHT_REFUSED -> "nightjar status";
      case BAD_SETTINGS -> "nightjar lint";
      case SCHEMA_NEWER -> "nightjar version";
      case TABLES_DIFFER -> "nightjar verify";
      case FILE_UNREADABLE, PREVIEW_QUARANTINED -> "nightjar preview FILE";
      default -> "nightjar resume" + date;
    };
  }
}
