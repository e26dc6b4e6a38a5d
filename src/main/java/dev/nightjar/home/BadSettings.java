package dev.nightjar.home;

import java.util.List;

/** Invalid settings or routes, with all problems at once. Nothing starts. */
public final class BadSettings extends Failure {
  private final List<String> problems;

  /**
   * @param problems one line each; names in them can contain any characters
   */
  public BadSettings(List<String> problems) {
    super(
        FailureCode.BAD_SETTINGS,
        "%s in the configuration; nothing was started.%n%s%nNext: fix this, then nightjar lint"
            .formatted(
                Counted.of(problems.size(), "problem"),
                "  " + String.join(System.lineSeparator() + "  ", visible(problems))));
    this.problems = visible(problems);
  }

  private static List<String> visible(List<String> problems) {
    return problems.stream().map(Visible::text).toList();
  }

  public List<String> problems() {
    return problems;
  }
}
