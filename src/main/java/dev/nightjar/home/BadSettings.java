package dev.nightjar.home;

import java.util.List;

/** Settings or routes with which nothing may start: all problems at once. */
public final class BadSettings extends Failure {
  private final List<String> problems;

  /**
   * @param problems one line each; names in them may be of any characters
   */
  public BadSettings(List<String> problems) {
    super(
        FailureCode.BAD_SETTINGS,
        "%d %s in the configuration; nothing was started.%n%s%nNext: mend them, then nightjar lint"
            .formatted(
                problems.size(),
                problems.size() == 1 ? "problem" : "problems",
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
