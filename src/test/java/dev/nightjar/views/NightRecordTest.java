package dev.nightjar.views;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

@DatabaseTest
class NightRecordTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String LINES =
      ANight.header()
          + """

          1,2025-01-30 12:00:00,Zebedee,P,1,10.00,completed
          2,2025-01-20 12:00:00,Bob,P,1,20.00,completed
          3,2025-01-10 12:00:00,Cem,P,1,30.00,completed
          4,2025-01-05 12:00:00,Dee,P,2,45.00,completed
          5,2025-01-01 12:00:00,Yolanda,P,1,99.00,completed
          """;

  @Test
  void aNightSaysWhatItWasMadeOfWithoutSecretsAndPeople(Shop shop) throws Exception {
    shop.with("privacy.secret=" + SECRET).with("clustering.seed=17").with("rfm.window=P400D");
    var bytes = LINES.getBytes(StandardCharsets.UTF_8);
    shop.deliver("orders-1.csv", bytes).run("2025-01-31");
    shop.with("rfm.window=P200D"); // the night is what it was
    var printed = nightjar(shop, "status", "--full", "--json");
    var made = json(printed).get("made");
    var version = made.get("version").asString();
    assertThat(nightjar(shop, "version").output()).contains("nightjar " + version);
    var file = made.get("files").get(0);
    assertThat(made.get("files")).hasSize(1);
    assertThat(file.get("name").asString()).isEqualTo("orders-1.csv");
    assertThat(file.get("bytes").asInt()).isEqualTo(bytes.length);
    assertThat(file.get("hash").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(made.get("settings").get("rfm").get("window").asString()).isEqualTo("P400D");
    assertThat(made.get("settings").get("privacy").get("secret").asString()).isEqualTo("***");
    assertThat(made.get("cutPoints").valueStream().map(each -> each.get("metric").asString()))
        .contains("recency", "frequency", "monetary");
    assertThat(made.get("models").get(0).get("seed").asInt()).isEqualTo(17);
    assertThat(printed.output()).doesNotContain(SECRET, "Zebedee", "Yolanda");

    var text = nightjar(shop, "status", "--date", "2025-01-31", "--full").output();
    assertThat(text)
        .contains(file.get("hash").asString(), "Made by Nightjar " + version)
        .containsPattern("rfm.window +P400D")
        .containsPattern("Clusters +Algorithm")
        .doesNotContain(SECRET, "Zebedee");
    assertThat(nightjar(shop, "status", "--json").output()).doesNotContain("\"made\"");
  }
}
