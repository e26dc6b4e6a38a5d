package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class LookalikesCommandTest {
  @Test
  void lookalikesOfAClusterASegmentAndAFile(Shop shop) throws Exception {
    shop.with("clustering.min-k=2").with("clustering.max-k=2");
    ANight.in(shop, "2025-01-29").withOrders(ClustersCommandTest.twoCrowds()).run();
    var cluster = nightjar(shop, "lookalikes", "--of", "1", "--count", "3");
    assertThat(cluster.exitCode()).as(cluster.output()).isZero();
    assertThat(cluster.output())
        .contains("Night 2025-01-29, cluster 1 (", "): 6 members, 6 other customers")
        .containsPattern("(?s)L12 .* 2, .* \\d\\.\\d{4}\n.*L11 .*L10 ");
    assertThat(keys(json(nightjar(shop, "lookalikes", "--of", "1", "--json"))))
        .containsExactly("L12", "L11", "L10", "L9", "L8", "L7");

    var segment =
        shop.rows("select segment from segments.memberships where customer_key = 'G6'").get(0);
    var others =
        shop.rows(
            "select customer_key from segments.memberships where segment <> '%s'"
                .formatted(segment));
    var ofSegment = json(nightjar(shop, "lookalikes", "--of", segment, "--json"));
    assertThat(ofSegment.get("of").asString()).isEqualTo("segment " + segment);
    assertThat(keys(ofSegment)).containsExactlyInAnyOrderElementsOf(others);
    assertThat(ofSegment.get("lookalikes"))
        .allMatch(
            each ->
                shop.rows(
                        "select segment from segments.memberships where customer_key = '%s'"
                            .formatted(each.get("customerKey").asString()))
                    .equals(List.of(each.get("segment").asString())));

    var file = shop.folder().resolve("keys.txt");
    Files.writeString(file, "G1\n\n  nobody\n");
    var ofFile = json(nightjar(shop, "lookalikes", "--of", file.toString(), "-n", "1", "--json"));
    assertThat(ofFile.get("members").asInt()).isOne();
    assertThat(ofFile.get("membersWithoutFeatures").asInt()).isOne();
    assertThat(keys(ofFile)).containsExactly("G2");
  }

  @Test
  void aNightOfThePastIsAskedAsItWas(Shop shop) throws Exception {
    ANight.in(shop, "2025-01-29").withOrders(ClustersCommandTest.twoCrowds()).run();
    var then = nightjar(shop, "lookalikes", "--of", "1", "--json").output();
    ANight.in(shop, "2025-01-30").withOrders("L9 0 days ago 3000.00 order X").run();
    assertThat(nightjar(shop, "lookalikes", "--of", "1", "--json", "-d", "2025-01-29").output())
        .isEqualTo(then);
    assertThat(nightjar(shop, "lookalikes", "--of", "1", "--json").output()).isNotEqualTo(then);
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs(Shop shop) throws Exception {
    assertThat(nightjar(shop, "lookalikes", "--of", "Champions").output())
        .contains("Nothing is published yet", "Next: nightjar run");
    ANight.in(shop, "2025-01-29").withOrders(ClustersCommandTest.twoCrowds()).run();
    var unknown = nightjar(shop, "lookalikes", "--of", "Nobodies");
    assertThat(unknown.exitCode()).isEqualTo(6);
    assertThat(unknown.output())
        .contains("Nobodies is not a segment or a cluster of night 2025-01-29")
        .contains("Segments: Champions, ", "Clusters: 1 (", "Next: nightjar lookalikes --of \"");
    var file = shop.folder().resolve("keys.txt");
    Files.writeString(file, "nobody\n");
    var nobody = nightjar(shop, "lookalikes", "--of", file.toString());
    assertThat(nobody.exitCode()).isEqualTo(6);
    assertThat(nobody.output()).contains("No customer of file ", "(1 customer)", "Next: ");
    Files.write(file, new byte[] {(byte) 0xff, 10});
    var damaged = nightjar(shop, "lookalikes", "--of", file.toString());
    assertThat(damaged.exitCode()).isOne();
    assertThat(damaged.output()).contains("keys.txt cannot be read", "Next: ");
    assertThat(nightjar(shop, "lookalikes", "--of", "1", "--count", "0").exitCode()).isEqualTo(2);
    assertThat(nightjar(shop, "lookalikes").exitCode()).isEqualTo(2);
  }

  private static List<String> keys(JsonNode found) {
    return found
        .get("lookalikes")
        .valueStream()
        .map(each -> each.get("customerKey").asString())
        .toList();
  }
}
