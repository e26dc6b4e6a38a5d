package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class PrivacyCommandsTest {
  private static final String NIGHT = "2025-01-31";

  @Test
  void tellsAndErasesWithoutAnAddressOnTheCommandLine(Shop shop) throws Exception {
    night(shop);
    var file = shop.folder().resolve("requests.txt");
    Files.writeString(file, "\n Ann@Example.com \n");

    var told = JsonMapper.shared().readTree(run(shop, "who", "--file", file.toString()).output());
    assertThat(told.propertyNames())
        .contains("ingest.order_lines", "ingest.customer_records", "orders.customers", "extracts")
        .contains("rfm.metrics", "segments.memberships");
    assertThat(told.get("orders.customers").get(0).get("first_name").asString()).isEqualTo("Ann");
    assertThat(told.get("ingest.order_lines")).hasSize(1);
    assertThat(JsonMapper.shared().readTree(run(shop, "who", "A").output())).isEqualTo(told);
    assertThat(told.toString()).as("others").doesNotContain("Bob").doesNotContain("\"B\"");

    var erased = run(shop, "erase", "--file", file.toString());
    assertThat(erased.exitCode()).isZero();
    assertThat(erased.output())
        .containsPattern("Erased; in the books now erased-[0-9a-f]{24}")
        .contains("orders.customers", "2 landing files were removed.")
        .contains("generic-csv/", "Next: nightjar run --date 2025-01-31 --again")
        .doesNotContainIgnoringCase("ann");
    assertThat(run(shop, "who", "A").output().strip()).isEqualTo("{ }");
    assertThat(run(shop, "erase", "--customer", "A").output())
        .contains("All of them were erased before.");
    assertThat(run(shop, "erase", "--customer", "B", "--json").output())
        .contains("\"pseudonyms\"", "\"landingFiles\"");
    assertThat(run(shop, "erase", "--customer", "nobody").output())
        .contains("Nothing was stored about them");
    assertThat(run(shop, "verify", "rfm").exitCode()).isZero();
  }

  @Test
  void linesThatMatchNobodyAreNamedWithoutWhatTheySay(Shop shop) throws Exception {
    night(shop);
    var file = shop.folder().resolve("requests.txt");
    Files.writeString(file, "a\n\nnobody\n ANN@example.com\nbop@example.com\n");
    var erased = run(shop, "erase", "--file", file.toString());
    assertThat(erased.exitCode()).isZero();
    assertThat(erased.output().lines().filter(each -> each.contains("typing error")))
        .containsExactly(
            "Nobody is known by line 3 of " + file + " (a typing error?).",
            "Nobody is known by line 5 of " + file + " (a typing error?).");
    assertThat(erased.output()).doesNotContain("nobody", "bop");
    Files.writeString(file, "A\nann@example.com\nnobody\nC");
    assertThat(run(shop, "erase", "--file", file.toString()).output().lines())
        .as("people who were erased before are known")
        .filteredOn(each -> each.contains("typing error?)."))
        .filteredOn(each -> each.contains("line"))
        .containsExactly("Nobody is known by line 4 of " + file + " (a typing error?).");
  }

  @Test
  void saysWhatIsMissing(Shop shop) throws Exception {
    night(shop);
    assertThat(run(shop, "erase").exitCode()).isEqualTo(2);
    assertThat(run(shop, "who").exitCode()).isEqualTo(2);
    assertThat(run(shop, "erase", "--file", "no such file").exitCode()).isEqualTo(1);
    var without = NightjarProcess.nightjar(shop, "erase", "--customer", "A");
    assertThat(without.exitCode()).isEqualTo(3);
    assertThat(without.output()).contains("privacy.secret: is missing", "nothing was started");
    assertThat(run(shop, "erase", "--help").output())
        .contains("--file", "standard input", "pseudonym");
  }

  private static void night(Shop shop) {
    shop.deliver(
        "customers-1.csv",
        "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out",
        "A,2025-01-01 00:00:00,Ann,Ash,ann@example.com,,GB,,yes,no",
        "B,2025-01-01 00:00:00,Bob,Bay,bob@example.com,,GB,,yes,no");
    ANight.in(shop, NIGHT).withOrders("A 10 days ago 120.00", "B 20 days ago 50.00").run();
  }

  private static NightjarProcess.Result run(Shop shop, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--set=privacy.secret=a secret of the tests");
    return NightjarProcess.nightjar(shop, all.toArray(String[]::new));
  }
}
