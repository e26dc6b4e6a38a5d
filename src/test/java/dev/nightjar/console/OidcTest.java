package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestIssuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whom the company's login service sends. */
@DatabaseTest
class OidcTest {
  private static final String WAY_IN = "/oauth2/authorization/oidc";

  private final TestIssuer issuer = new TestIssuer();

  @BeforeEach
  void theConsoleKnowsTheService(Shop shop) {
    shop.with("console.oidc.issuer=" + issuer.address())
        .with("console.oidc.client-id=" + TestIssuer.CLIENT)
        .with("console.oidc.client-secret=" + TestIssuer.SECRET)
        .at("2025-02-01T02:30:00Z");
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void aGroupGivesTheRole(Shop shop) {
    issuer.letsIn("ada", List.of("everybody", "nightjar-viewer", "nightjar-marketing"));
    AConsole.of(
        shop,
        console -> {
          var visitor = console.visitor();
          assertThat(visitor.get("/login").body()).contains("href=\"" + WAY_IN + "\"");
          assertThat(where(logIn(visitor))).isEqualTo("/nights");
          assertThat(visitor.get("/nights").body()).contains("oidc:ada");
          assertThat(visitor.get("/customers").statusCode()).isEqualTo(200);
          assertThat(visitor.get("/nights/2025-01-31/rejects").statusCode()).isEqualTo(403);
          shop.at("2025-02-01T14:31:00Z");
          assertThat(where(visitor.get("/nights"))).isEqualTo("/login");
        });
    assertThat(shop.rows("select account, action from console.audit"))
        .containsExactly("oidc:ada|login");
  }

  @Test
  void nobodyComesInWithoutAGroup(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          console.account("ops", Role.OPS);
          issuer.letsIn("ops", List.of("ops", "Nightjar-ops", "nightjar-ops2"));
          assertThat(where(logIn(console.visitor()))).isEqualTo("/login?refused");
          issuer.letsIn("", "nightjar-ops");
          assertThat(where(logIn(console.visitor()))).isEqualTo("/login?refused");
        });
    assertThat(shop.rows("select account from console.audit")).isEmpty();
  }

  @Test
  void aTokenThatIsNotForUsIsRefused(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          for (var wrong :
              List.<Map<String, Object>>of(
                  Map.of("aud", "another"),
                  Map.of("iss", "http://127.0.0.1:1"),
                  Map.of("exp", 1_000_000_000),
                  Map.of("nonce", "another"))) {
            issuer.letsIn("ada", "nightjar-ops").claims(wrong);
            assertThat(where(logIn(console.visitor()))).as("%s", wrong).isEqualTo("/login?refused");
          }
          issuer.letsIn("ada", "nightjar-ops").signsWithAnotherKey();
          assertThat(where(logIn(console.visitor()))).isEqualTo("/login?refused");
        });
  }

  @Test
  void anAnswerToAnotherBrowserIsRefused(Shop shop) {
    issuer.letsIn("ada", "nightjar-ops");
    AConsole.of(
        shop,
        console -> {
          var mine = console.visitor();
          var back = path(where(send(mine, where(mine.get(WAY_IN)))));
          var other = console.visitor();
          assertThat(where(other.get(back))).isEqualTo("/login?refused");
          assertThat(where(other.get("/nights"))).isEqualTo("/login");
        });
  }

  @Test
  void theConsoleWorksWithoutTheService(Shop shop) {
    issuer.close();
    AConsole.of(
        shop,
        console -> {
          assertThat(where(console.visitor().get(WAY_IN))).isEqualTo("/login?refused");
          assertThat(console.loggedIn(Role.OPS).get("/nights").statusCode()).isEqualTo(200);
        });
  }

  private static HttpResponse<String> logIn(AConsole.Visitor visitor) {
    var atTheService = send(visitor, where(visitor.get(WAY_IN)));
    return visitor.get(path(where(atTheService)));
  }

  private static HttpResponse<String> send(AConsole.Visitor visitor, String address) {
    return visitor.send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  private static String path(String address) {
    var uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** The place to which an answer leads; that of the console without its address. */
  private static String where(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst(
            "^http://127\\.0\\.0\\.1:\\d+(?=/(login|nights)(\\?(refused|error).*)?$)", "");
  }
}
