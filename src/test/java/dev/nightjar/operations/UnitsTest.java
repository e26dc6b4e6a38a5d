package dev.nightjar.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code ops/} that start Nightjar hold what they promise. */
class UnitsTest {
  private static final Path OPS = Path.of("ops");
  private static final Path SYSTEMD_ANALYZE = Path.of("/usr/bin/systemd-analyze");

  @Test
  void noServiceOfTheComposeFileRunsAsRootOrWritesOutsideItsVolumes() throws IOException {
    var services = documents("compose.yaml").get(0).get("services");
    assertThat(services.properties()).hasSize(4);
    for (var each : services.properties()) {
      var name = each.getKey();
      var service = each.getValue();
      assertThat(service.get("read_only").asBoolean()).as(name).isTrue();
      assertThat(service.get("user").asString()).as(name).matches("[1-9]\\d*:[1-9]\\d*");
      assertThat(service.at("/cap_drop/0").asString()).as(name).isEqualTo("ALL");
      assertThat(service.at("/healthcheck/test").size()).as(name).isPositive();
      assertThat(service.get("volumes").size()).as(name).isPositive();
    }
    assertThat(services.at("/nightjar/user").asString()).startsWith("10001:");
    assertThat(Files.readString(OPS.resolve("Containerfile"))).contains("USER 10001");
  }

  @Test
  void theJobRunsOneNightAtATimeAndNotAsRoot() throws IOException {
    var spec = documents("cronjob.yaml").get(0).get("spec");
    assertThat(spec.get("concurrencyPolicy").asString()).isEqualTo("Forbid");
    assertThat(spec.at("/jobTemplate/spec/backoffLimit").asInt()).isZero();
    var pod = spec.at("/jobTemplate/spec/template/spec");
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(pod.get("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(45);
    var expression = spec.get("schedule").asString();
    assertThat(new ScheduleSettings(expression, null, 7).problems()).isEmpty();
  }

  @Test
  void aUnitGivesANightTheTimeToStop() throws IOException {
    for (var unit : List.of("nightjar.service", "nightjar-serve.service")) {
      assertThat(Files.readAllLines(OPS.resolve(unit)))
          .as(unit)
          .contains(
              "KillMode=mixed",
              "TimeoutStopSec=45",
              "SuccessExitStatus=143",
              "OnFailure=nightjar-failed@%n.service",
              "User=nightjar",
              "ProtectSystem=strict",
              "ReadWritePaths=/srv/nightjar");
    }
  }

  @Test
  void systemdFindsNothingWrongWithTheUnits(@TempDir Path folder) throws Exception {
    assumeThat(SYSTEMD_ANALYZE).exists();
    var command = new ArrayList<>(List.of(SYSTEMD_ANALYZE.toString(), "verify"));
    try (Stream<Path> units = Files.list(OPS)) {
      for (var unit : units.filter(UnitsTest::isUnit).sorted().toList()) {
        var text = Files.readString(unit).replace("/opt/nightjar/nightjar", "/bin/true");
        command.add(
            Files.writeString(folder.resolve(unit.getFileName().toString()), text).toString());
      }
    }
    assertThat(command).hasSize(6);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("nightjar"))
            .toList();
    assertThat(printed).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private static boolean isUnit(Path file) {
    return file.toString().endsWith(".service") || file.toString().endsWith(".timer");
  }

  private static List<JsonNode> documents(String file) {
    try {
      return StreamSupport.stream(
              new Yaml().loadAll(Files.readString(OPS.resolve(file))).spliterator(), false)
          .map(each -> (JsonNode) JsonMapper.shared().valueToTree(each))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
