package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with gates and alerts, with the next best word. */
class WatchSettingsTest {
  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          measure: rows, eror-if: {below: 1}            | eror-if.below: is not a setting; did you mean error-if?
          measure: rows, warn-if: {belov: 1}            | warn-if.belov: is not a setting; did you mean below?
          measure: row, warn-if: {below: 1}             | measure: is not one of: rows, revenue
          measure: rows, of: shopp, warn-if: {below: 1} | of: shopp is not in the settings; did you mean shop?
          measure: rows                                 | warn-if: warn-if or error-if is needed
          warn-if: {below: 1}                           | measure: exactly one of measure, sql-number and sql-rows
          measure: rows, sql-rows: select 1, warn-if: {below: 1} | measure: exactly one of
          measure: moved-share, of: Lost, warn-if: {above: 1} | of: moved-share measures the whole night
          sql-rows: "select 1; drop table x", warn-if: {above: 0} | sql-rows: contains a semicolon
          measure: rows, history: 2, warn-if: {below: 1} | min-history: is 4, above history, which is 2
          """)
  void gates(String gate, String problem) {
    assertThat(problems("gates: {declared: {a: {%s}}}".formatted(gate))).contains(problem);
  }

  @Test
  void checksCanOnlyBeLoweredIfTheyProtectNobody() {
    assertThat(problems("gates: {checks: {moves-ad-up: warn}}"))
        .contains("gates.checks.moves-ad-up: is not a check; did you mean moves-add-up?");
    assertThat(problems("gates: {checks: {no-opted-out-customer-is-published: warn}}"))
        .contains("cannot only warn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          webhooks: {a: {adress: "https://a.example"}} | adress: is not a setting; did you mean address?
          webhooks: {a: {address: "ftp://a.example"}}  | address: must be an http or https address
          webhooks: {a: {format: slack}}               | address: must be an http or https address
          email: {host: a.example}                     | email.to: must not be empty
          email: {to: [a@b.example], user: me}         | email.user: user and password are needed together
          commands: {a: {run: []}}                     | commands.a.run: must not be empty
          timeout: 0s                                  | timeout: must be above zero
          on: [failures]                               | is not one of: failure, warning, approval
          """)
  void alerts(String settings, String problem) {
    assertThat(problems("alerts: {%s}".formatted(settings))).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace: " "                        | namespace: must not be empty
          retention: P0D                        | retention: must be a positive period
          http: {url: "kafka://a.example"}      | http.url: must be an http or https address
          http: {timeout: 0s}                   | http.timeout: must be above zero
          """)
  void lineage(String settings, String problem) {
    assertThat(problems("lineage: {%s}".formatted(settings))).contains(problem);
  }

  private String problems(String yaml) {
    return String.join("\n", AHome.in(folder).with(yaml).problems());
  }
}
