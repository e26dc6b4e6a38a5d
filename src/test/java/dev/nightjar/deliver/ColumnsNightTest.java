package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.destinations.MemberField;
import dev.nightjar.home.BadSettings;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that is known of a customer can be a column. */
@DatabaseTest
class ColumnsNightTest {
  private static final String COLUMNS = "destinations.profiles.generic-csv.columns";
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";

  @Test
  void aRowHoldsAllThatIsKnown(Shop shop) {
    all(shop);
    ANight.in(shop, SECOND)
        .withOrders("A 40 days ago 100.00", "A 3 days ago 25.50", "B 5 days ago 9.00")
        .run();
    var lines = shop.extracts().get("generic-csv/all/current.csv").lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            String.join(",", Stream.of(MemberField.values()).map(String::valueOf).toList())
                + ",of email,paid,list all of 2025-01-31");
    var cells =
        CsvReader.builder().ofCsvRecord(lines.get(1)).stream()
            .findFirst()
            .orElseThrow()
            .getFields();
    assertThat(value(cells, MemberField.ADDRESS)).isEqualTo("1 High St");
    assertThat(value(cells, MemberField.ADDRESS_2)).isEqualTo("Flat 2");
    assertThat(value(cells, MemberField.GENDER)).isEqualTo("female");
    assertThat(value(cells, MemberField.RECENCY_DAYS)).isEqualTo("3");
    assertThat(value(cells, MemberField.FREQUENCY)).isEqualTo("2");
    assertThat(value(cells, MemberField.MONETARY)).isEqualTo("125.5");
    assertThat(value(cells, MemberField.FIRST_ORDER_DATE)).isEqualTo("2024-12-22");
    assertThat(value(cells, MemberField.LAST_ORDER_DATE)).isEqualTo("2025-01-28");
    assertThat(value(cells, MemberField.DAYS_IN_SEGMENT)).isEqualTo("0");
    assertThat(value(cells, MemberField.BUSINESS_DATE)).isEqualTo(SECOND);
    assertThat(values(cells, MemberField.R_SCORE, MemberField.F_SCORE, MemberField.M_SCORE))
        .isEqualTo(published(shop, "r_score, f_score, m_score"));
    assertThat(values(cells, MemberField.CLUSTER, MemberField.CLUSTER_NAME, MemberField.TIER))
        .isEqualTo(published(shop, "cluster, cluster_name, tier"));
    assertThat(cells.subList(cells.size() - 3, cells.size()))
        .containsExactly("true", "P2", "all/2025-01-31");
  }

  /** A date in a constant does not make every row one to send again, and removes have tonight's. */
  @Test
  void theNightInAConstantIsNotADifference(Shop shop) {
    Everybody.in(shop, "generic-csv")
        .with("deliver.files.generic-csv=full,removes,adds")
        .with(COLUMNS + "[0].header=key")
        .with(COLUMNS + "[0].field=customer-key")
        .with(COLUMNS + "[1].header=list")
        .with(COLUMNS + "[1].constant={audience}/{night:yyyyMMdd}");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com", "B,Bob,bob@example.com");
    shop.run(FIRST);
    Everybody.optOut(shop, SECOND, "B,Bob,bob@example.com");
    shop.run(SECOND);
    assertThat(rows(shop, "full")).containsExactly("A,all/20250131");
    assertThat(rows(shop, "adds")).isEmpty();
    assertThat(rows(shop, "removes")).containsExactly("B,all/20250131");
    var files = shop.extracts();
    shop.runAgain(SECOND);
    files.keySet().removeIf(each -> each.endsWith(Extract.MANIFEST));
    assertThat(shop.extracts()).containsAllEntriesOf(files);
  }

  @Test
  void aNameThatDoesNotExistIsRefusedWithThoseThatDo(Shop shop) {
    all(shop).with(COLUMNS + "[%d].name=paid-buy".formatted(MemberField.ATTRIBUTE.ordinal()));
    assertThatThrownBy(() -> shop.run(SECOND))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining(
            "destinations.profiles.generic-csv.columns: there is no attribute paid-buy; there are: country, ");
  }

  private static Shop all(Shop shop) {
    Everybody.in(shop, "generic-csv")
        .with("ingest.sources.shop-orders.attributes.paid-by=product_code")
        .with("ingest.sources.shop-customers.columns.consent-email=email_consent")
        .with("ingest.sources.shop-customers.columns.address=street")
        .with("ingest.sources.shop-customers.columns.address-2=flat")
        .with("ingest.sources.shop-customers.columns.gender=gender");
    int place = 0;
    for (var field : MemberField.values()) {
      shop.with(COLUMNS + "[%d].header=%s".formatted(place, field))
          .with(COLUMNS + "[%d].field=%s".formatted(place, field));
      if (field == MemberField.ATTRIBUTE) {
        shop.with(COLUMNS + "[%d].name=paid-by".formatted(place));
      }
      place++;
    }
    shop.with(COLUMNS + "[%d].header=of email".formatted(place))
        .with(COLUMNS + "[%d].field=consent".formatted(place))
        .with(COLUMNS + "[%d].name=email".formatted(place++))
        .with(COLUMNS + "[%d].header=paid".formatted(place))
        .with(COLUMNS + "[%d].field=attribute".formatted(place))
        .with(COLUMNS + "[%d].name=paid-by".formatted(place++))
        .with(COLUMNS + "[%d].header=list {audience} of {night}".formatted(place))
        .with(COLUMNS + "[%d].constant={audience}/{night}".formatted(place));
    return shop.deliver(
        "customers-1.csv",
        Everybody.CUSTOMERS + ",street,flat,gender",
        "A,2025-01-01 00:00:00,Ann,Ash,ann@example.com,,GB,Leeds,yes,no,1 High St,Flat 2,female");
  }

  private static List<String> values(List<String> cells, MemberField... fields) {
    return Stream.of(fields).map(field -> value(cells, field)).toList();
  }

  private static List<String> published(Shop shop, String columns) {
    var question = "select %s from published.customer_segments where customer_key = 'A'";
    return List.of(shop.rows(question.formatted(columns)).get(0).split("\\|", -1));
  }

  private static String value(List<String> cells, MemberField field) {
    return cells.get(field.ordinal());
  }

  private static List<String> rows(Shop shop, String kind) {
    var file = "generic-csv/all/%1$s/all__%1$s__%2$s.csv".formatted(SECOND, kind);
    return shop.extracts().get(file).lines().skip(1).toList();
  }
}
