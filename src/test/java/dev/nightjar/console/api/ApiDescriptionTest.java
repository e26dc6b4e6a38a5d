package dev.nightjar.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What openapi.yaml says is what the API does. */
@DatabaseTest
class ApiDescriptionTest {
  private static final int CUSTOMERS = 600;
  private static final String NIGHT = ADemo.LAST.toString();
  private static final String BEFORE = ADemo.LAST.minusDays(1).toString();

  @Test
  void itHasTheAddressesOfTheApiTheirRolesAndTheFailureCodes(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          var api = DescribedApi.of(console.visitor());
          assertThat(
                  api.operations().stream()
                      .map(each -> each.method().toUpperCase(Locale.ROOT) + " " + each.path()))
              .containsExactlyInAnyOrderElementsOf(
                  console.routes().stream().filter(each -> each.contains(" /api/")).toList());
          assertThat(api.description().at("/components/schemas/FailureCode/enum"))
              .extracting(JsonNode::asString)
              .containsExactlyElementsOf(
                  Stream.of(FailureCode.values()).map(FailureCode::name).toList());
          for (var role : Role.values()) {
            var program = DescribedApi.of(console.withToken(role));
            for (var operation : program.operations()) {
              var status = program.call(operation.id(), anything(operation)).statusCode();
              boolean isEnough =
                  DescribedApi.from(operation.role()).anyMatch(role.toString()::equals);
              assertThat(status == 403).as("%s as %s", operation.id(), role).isEqualTo(!isEnough);
            }
          }
        });
  }

  private static Map<String, String> anything(DescribedApi.Operation operation) {
    var parameters = new TreeMap<String, String>();
    Stream.of("night", "from", "to")
        .filter(each -> operation.path().contains("{" + each + "}"))
        .forEach(each -> parameters.put(each, "2025-01-31"));
    return parameters;
  }

  @Test
  void aWrongAMissingAndAnUnknownFieldAreNoticed(Shop shop) {
    var json = JsonMapper.shared();
    AConsole.of(
        shop,
        console ->
            assertThat(
                    DescribedApi.of(console.visitor())
                        .errors(
                            json.readTree("{\"$ref\": \"#/components/schemas/NightSummary\"}"),
                            json.readTree(
                                """
                                {"night": "2025-01-31", "revision": "one", "status": "finished",
                                 "startedAt": "2025-02-01T02:30:00Z", "further": 1}
                                """)))
                .hasSize(3));
  }

  @Test
  void answersAreAsItDescribesThem(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    AConsole.of(
        shop,
        console -> {
          var api = DescribedApi.of(console.withToken(Role.MARKETING));
          var night = Map.of("night", NIGHT);
          assertThat(api.call("listNights", Map.of()).statusCode()).isEqualTo(200);
          for (var operation :
              new String[] {
                "getNight",
                "listStages",
                "listSegments",
                "getClusters",
                "listAudiences",
                "listDeliveries"
              }) {
            var answer = api.call(operation, night);
            assertThat(answer.statusCode()).as(operation).isEqualTo(200);
            assertThat(DescribedApi.json(answer)).as(operation).isNotEmpty();
          }
          var moves = api.call("getMoves", Map.of("from", BEFORE, "to", NIGHT));
          assertThat(DescribedApi.json(moves).get("moves")).isNotEmpty();
          var unknown = api.call("listSegments", Map.of("night", "2020-01-01"));
          assertThat(unknown.statusCode()).isEqualTo(404);
          assertThat(DescribedApi.json(unknown).get("code").asString()).isEqualTo("NIGHT_REFUSED");
        });
  }

  @Test
  void anAnswerAboutACustomerIsAsItDescribesItAndOnRecord(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    var customer =
        shop.rows(
                "select c.customer_key, c.email from orders.customers c join deliver.sent_rows s"
                    + " using (customer_key) join orders.identities i using (customer_key) where"
                    + " email is not null group by 1 having not bool_or(is_shared) order by 1"
                    + " limit 1")
            .get(0)
            .split("\\|");
    AConsole.of(
        shop,
        console -> {
          var api = DescribedApi.of(console.withToken(Role.MARKETING));
          for (var who : customer) {
            var found = api.call("findCustomer", Map.of(), "{\"who\": \"%s\"}".formatted(who));
            var json = DescribedApi.json(found);
            assertThat(json.get("customers").get(0).asString()).isEqualTo(customer[0]);
            assertThat(json.get("explanation").get("night").asString()).isEqualTo(NIGHT);
            assertThat(json.get("exports")).isNotEmpty();
          }
          var nobody = api.call("findCustomer", Map.of(), "{\"who\": \"nobody@example.com\"}");
          assertThat(DescribedApi.json(nobody).get("customers")).isEmpty();
        });
    assertThat(
            shop.rows(
                "select account, action, subject, customer_key from console.audit order by"
                    + " audit_id"))
        .containsExactly(
            "token:marketing|look||" + customer[0],
            "token:marketing|look||" + customer[0],
            "token:marketing|search|0 found|");
  }
}
