package dev.nightjar.oracles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.Record2;
import org.jooq.Select;
import org.junit.jupiter.api.Test;

/** A wall that cannot find a difference proves nothing. */
@DatabaseTest
class OracleClaimTest {
  private static final Select<Record2<String, BigDecimal>> REACHED =
      select(inline("A"), inline(new BigDecimal("1.50")))
          .unionAll(select(inline("B"), inline(new BigDecimal("2"))));

  @Test
  void countsEveryValueThatDiffersOrIsOnOneSideOnly(Shop shop) {
    assertThat(findings(shop, Map.of("A", 1.5, "B", 2))).isEmpty();
    assertThat(findings(shop, Map.of("A", 1.5000000000000002, "B", 2))).isEmpty();
    assertThat(findings(shop, Map.of("A", 1.51, "B", 2))).isEqualTo("worth 1 of 2");
    assertThat(findings(shop, Map.of("A", 1.5))).isEqualTo("worth 1 of 2");
    assertThat(findings(shop, Map.of("A", 1.5, "B", 2, "C", 3))).isEqualTo("worth 1 of 3");
    assertThat(findings(shop, Map.of("A", "1.5x", "D", 2))).isEqualTo("worth 3 of 3");
  }

  @Test
  void isAboutSomething() {
    assertThatThrownBy(() -> new Claim("worth", Map.of(), REACHED))
        .hasMessage("nothing was published about worth");
  }

  private static String findings(Shop shop, Map<String, ?> published) {
    var claims = List.of(new Claim("worth", published, REACHED));
    return shop.query(db -> Findings.of(db, claims).differences());
  }
}
