package dev.nightjar.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.SharedFolder;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each result that others published, after a whole night; the wall is target/oracle-wall.txt. */
@DatabaseTest
class OracleWallTest {
  private static final Map<String, String> WALL = new TreeMap<>();

  static Stream<Named<Oracle>> oracles() {
    return OracleWall.oracles().stream().map(each -> Named.of(each.name(), each));
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void nightArrivesAtWhatWasPublished(Oracle oracle, Shop shop) {
    var folder = SharedFolder.file("oracles").getParent();
    oracle.settings().forEach(shop::with);
    oracle.files(folder).forEach(shop::deliver);

    assertThat(shop.run(oracle.date().toString())).isPresent();

    Findings findings = shop.query(db -> oracle.check(folder, db));
    WALL.put(
        oracle.name(),
        "%,8d checked  %,6d differ  %s"
            .formatted(findings.checked(), findings.differing(), oracle.publication()));
    assertThat(findings.checked()).isPositive();
    assertThat(findings.differences()).isEmpty();
  }

  @Test
  void whatCannotBeExpressedSaysWhy() {
    assertThat(OracleWall.notExpressible())
        .allSatisfy(each -> assertThat(each.reason()).isNotBlank());
  }

  @Test
  void namesAreTheirOwn() {
    var names =
        Stream.concat(
            OracleWall.oracles().stream().map(Oracle::name),
            OracleWall.notExpressible().stream().map(NotExpressible::name));
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void aFolderWithoutTheFilesMissesAllOfThem() {
    assertThat(OracleWall.missing(Path.of("nowhere"))).hasSize(5);
  }

  @AfterAll
  static void show() throws IOException {
    OracleWall.notExpressible()
        .forEach(each -> WALL.put(each.name(), "not expressible: " + each.reason()));
    OracleWall.oracles().forEach(each -> WALL.putIfAbsent(each.name(), "not run to its end"));
    var lines =
        WALL.entrySet().stream()
            .map(each -> "%-22s %s".formatted(each.getKey(), each.getValue()))
            .toList();
    Files.write(Path.of("target/oracle-wall.txt"), lines);
    lines.forEach(System.out::println);
  }
}
