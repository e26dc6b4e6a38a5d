package dev.nightjar.operations;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Vocabulary;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked of the figures of a night before it is published.
 *
 * @param timeout how long one query of a gate can take
 * @param checks what a check of {@code db/checks} does that returns rows, by the name of its file
 *     with hyphens; error by default
 * @param declared the gates by their names
 */
@ConfigurationProperties("gates")
record GatesSettings(
    @DefaultValue("60s") Duration timeout,
    @DefaultValue Map<String, Severity> checks,
    @DefaultValue Map<String, @Valid GateSettings> declared)
    implements Checked {

  /** What a check does that returns rows. */
  enum Severity {
    WARN,
    ERROR
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (timeout.toMillis() < 1) {
      problems.add("timeout: must be above zero");
    }
    declared.forEach(
        (name, gate) ->
            gate.problems().forEach(each -> problems.add("declared." + name + "." + each)));
    if (!checks.isEmpty()) {
      addChecks(problems, NightChecks.keys());
    }
    return problems;
  }

  private void addChecks(List<String> problems, Set<String> names) {
    checks.forEach(
        (name, severity) -> {
          if (!names.contains(name)) {
            problems.add(
                "checks.%s: is not a check%s".formatted(name, Vocabulary.like(name, names)));
          } else if (severity == Severity.WARN && NightChecks.protectsPeople(name)) {
            problems.add(
                "checks.%s: keeps people who refused out of what is published, and cannot only warn"
                    .formatted(name));
          }
        });
  }

  @Override
  public List<String> problems(Vocabulary vocabulary) {
    var problems = new ArrayList<String>();
    declared.forEach(
        (name, gate) ->
            gate.problems(vocabulary)
                .forEach(each -> problems.add("declared." + name + "." + each)));
    return problems;
  }

  Severity severity(String check) {
    return checks.getOrDefault(NightChecks.key(check), Severity.ERROR);
  }
}
