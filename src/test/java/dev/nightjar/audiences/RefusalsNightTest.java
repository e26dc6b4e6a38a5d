package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refusal compares what would leave the house, however it is written and wherever it comes. */
@DatabaseTest
class RefusalsNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";
  private static final String SUPPRESSED = "key,mail,tel,by,at";

  private final List<String> keys = new ArrayList<>();
  private final List<String> customers = new ArrayList<>(List.of(CUSTOMERS));

  @BeforeEach
  void declare(Shop shop) {
    AnAudience.in(shop)
        .suppressions("no")
        .declare("all", "select.orders.at-least=0")
        .declare("mail", "select.orders.at-least=0", "channel=email")
        .declare("ads", "select.orders.at-least=0", "channel=ads");
    shop.with("ingest.sources.no.columns.suppressed-at=at")
        .with("ingest.sources.no.expect.max-reject-share=1")
        .with("ingest.sources.shop-customers.expect.max-reject-share=1")
        .with("audiences.suppressions.max-shrink=1")
        .with("privacy.secret=a secret of the tests");
  }

  @Test
  void aNumberIsTheSameInEverySpelling(Shop shop) {
    customer("A", "", "0044 20 7946 0959", "Germany");
    customer("B", "", "020 7946 0959", "GB");
    customer("C", "", "+44 (0)20 7946 0959", "");
    customer("D", "", "020 7946 0959 ext. 5", "GB");
    customer("E", "", "020 7946 0959", "");
    customer("F", "", "(207) 946-0959", "US");
    customer("G", "", "020 7946 0950", "GB");
    deliver(shop, ",,+442079460959,,").run(NIGHT);
    assertThat(published(shop, "all")).containsExactly("F", "G");
  }

  @Test
  void anAddressIsTheSameInEverySpelling(Shop shop) {
    customer("A", "annabell@gmail.com", "", "");
    customer("B", "anna.bell+shop@gmail.com", "", "");
    customer("C", "Bob@X.example", "", "");
    customer("D", "cyd@x.example", "", "");
    customer("E", "dee@x.example", "", "");
    customer("F", "eve@x.example", "", "");
    customer("G", "fay@x.example", "", "");
    customer("H", "gus@x.example", "", "");
    deliver(
            shop,
            ",anna.bell@googlemail.com,,,",
            ",<bob@x.example>,,,",
            ",mailto:cyd@x.example,,,",
            ",\"\"\"Dee\"\" <dee@x.example>\",,,",
            ",eve@x.example;,,,",
            ",\u00a0fay@x.ex\u200bample,,,")
        .run(NIGHT);
    assertThat(published(shop, "all")).containsExactly("H");
  }

  @Test
  void aRefusalHoldsForEveryKeyOfThePerson(Shop shop) {
    customer("A", "ann@x.example", "", "GB", "yes", "yes");
    customer("A2", "ANN@x.example", "", "GB");
    customer("B", "", "020 7946 0959", "GB", "yes", "yes");
    customer("B2", "bob@x.example", "+44 20 7946 0959", "");
    customer("B3", "bob@x.example", "", "");
    customer("C", "cyd@x.example", "", "GB", "no", "no");
    customer("C2", "cyd@x.example", "", "GB");
    customer("D", "dee@x.example", "", "GB");
    customer("d ", "d2@x.example", "", "GB");
    customer("E", "eve@x.example", "", "GB");
    deliver(shop, "D,,,,").run(NIGHT);
    assertThat(published(shop, "all")).containsExactly("E");
    assertThat(reasons(shop, "all"))
        .containsExactly(
            "A opted-out",
            "A2 opted-out",
            "B opted-out",
            "B2 opted-out",
            "B3 opted-out",
            "C no-consent",
            "C2 no-consent",
            "D opted-out",
            "d opted-out");
    shop.deliver(
            "customers-2.csv",
            CUSTOMERS,
            "A,2025-02-01 00:00:00,Ann,Ash,ann@x.example,,GB,,yes,no",
            "C,2025-02-01 00:00:00,Cyd,Cox,cyd@x.example,,GB,,yes,no")
        .runAgain(NIGHT);
    assertThat(published(shop, "all"))
        .as("who says so can take the own refusal back")
        .containsExactly("A", "A2", "C", "C2", "E");
  }

  @Test
  void aCustomerStaysRefusedWithANewAddress(Shop shop) {
    customer("A", "ann@x.example", "", "GB");
    customer("B", "bob@x.example", "", "GB");
    deliver(shop, ",ann@x.example,,,").run("2025-01-30");
    assertThat(published(shop, "all", "2025-01-30")).containsExactly("B");
    shop.deliver(
            "customers-2.csv",
            CUSTOMERS,
            "A,2025-01-30 00:00:00,Ann,Ash,new@y.example,,GB,,yes,no",
            "C,2025-01-30 00:00:00,Cyd,Cox,new@y.example,,GB,,yes,no")
        .deliver("orders-2.csv", ANight.header(), "7,2025-01-20 12:00:00,C,P,1,10.00,completed")
        .run(NIGHT);
    assertThat(published(shop, "all")).containsExactly("B");
  }

  @Test
  void aLineThatCannotBeReadStillRefuses(Shop shop) {
    customer("A", "ann@x.example", "", "GB");
    customer("B", "bob@x.example", "", "GB");
    customer("C", "cyd@x.example", "", "GB");
    customer("D", "dee@x.example", "", "GB");
    customer("E", "eve@x.example", "", "GB");
    customer("F", "fay@x.example", "", "GB");
    customer("G", "gus@x.example", "", "GB");
    deliver(
            shop,
            ",ann@x.example,,,yesterday",
            ",BOB@x.example,,,2025-01-01 00:00:00,and,more",
            "C")
        .deliver(
            "customers-2.csv",
            CUSTOMERS,
            "D,2025-01-20 00:00:00,Dee,Dun,dee@x.example,,GB,,yes,on",
            "E,2025-01-20 00:00:00,Eve,Elm,eve@x.example,,GB,,withdrawn,no",
            "F,sometime,Fay,Fox,fay@x.example,,GB,,yes,yes",
            "G,sometime,Gus,Gad,gus@x.example,,GB,,yes,no")
        .run(NIGHT);
    assertThat(published(shop, "all")).as("only the time of G is not read").containsExactly("G");
    assertThat(reasons(shop, "all")).contains("D opted-out", "E no-consent", "F opted-out");
    assertThat(
            shop.rows(
                "select line_number, column_name, reason from ingest.rejects order by file_id, 1"))
        .as("and the rejects are shown")
        .contains("2|opted_out|not-a-boolean", "3|email_consent|not-a-boolean", "3|at|not-a-time");
    assertThat(shop.rows("select lines_read - lines_loaded - lines_rejected from ingest.files"))
        .containsOnly("0");
    answerLater(shop);
    assertThat(published(shop, "all"))
        .as("a later answer that can be read counts, an earlier one does not")
        .containsExactly("D", "G");
  }

  private static void answerLater(Shop shop) {
    shop.deliver(
            "customers-3.csv",
            CUSTOMERS,
            "D,2025-02-01 00:00:00,Dee,Dun,dee@x.example,,GB,,yes,no",
            "E,2025-01-19 00:00:00,Eve,Elm,eve@x.example,,GB,,yes,no")
        .runAgain(NIGHT);
  }

  @Test
  void anEmptyCellTakesNothingBackAndOfTwoAnswersTheRefusalCounts(Shop shop) {
    customer("A", "ann@x.example", "", "GB", "yes", "yes");
    customer("B", "bob@x.example", "", "GB", "yes", "yes");
    customer("C", "cyd@x.example", "", "GB", "yes", "no");
    customer("D", "dee@x.example", "", "GB", "no", "no");
    deliver(shop)
        .deliver(
            "customers-2.csv",
            CUSTOMERS,
            "A,2025-01-20 00:00:00,Ann,Ash,ann@x.example,,GB,,yes,",
            "B,2025-01-01 00:00:00,Bob,Bay,bob@x.example,,GB,,yes,no",
            "C,2025-01-01 00:00:00,Cyd,Cox,cyd@x.example,,GB,,yes,yes",
            "D,2025-01-01 00:00:00,Dee,Dun,dee@x.example,,GB,,yes,no")
        .run(NIGHT);
    assertThat(published(shop, "all")).isEmpty();
    assertThat(reasons(shop, "all"))
        .containsExactly("A opted-out", "B opted-out", "C opted-out", "D no-consent");
  }

  @Test
  void channelsAreUnderstoodAndAnUnknownOneRefusesAll(Shop shop) {
    for (var key : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      customer(key, key + "@x.example", "", "GB");
    }
    deliver(
            shop,
            "A,,,e-mail,",
            "B,,,emial,",
            "C,,,*,",
            "D,,,all,",
            "E,,,\"email,ads\",",
            "F,,,Newsletter,",
            "G,,,Post,")
        .run(NIGHT);
    assertThat(published(shop, "mail")).containsExactly("G", "H");
    assertThat(published(shop, "ads")).containsExactly("A", "F", "G", "H");
    assertThat(published(shop, "all")).containsExactly("H");
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'ingest'"))
        .singleElement()
        .asString()
        .contains("1 suppression with an unknown channel, refused for every channel: no emial");
  }

  @Test
  void anErasedPersonDoesNotComeBackInAnotherSpelling(Shop shop) {
    customer("A", "anna.bell@gmail.com", "020 7946 0958", "GB");
    customer("Z", "zoe@x.example", "", "GB");
    deliver(shop).run("2025-01-30");
    shop.erase("A");
    keys.clear();
    customers.subList(1, customers.size()).clear();
    customer("B", "annabell+new@googlemail.com", "", "GB");
    customer("C", "cyd@x.example", "+44 (0)20-7946-0958", "");
    customer(" a", "new@x.example", "", "GB");
    customer("D", "dee@x.example", "", "GB");
    deliver(shop, "2").run(NIGHT);
    assertThat(published(shop, "all")).containsExactly("D", "Z");
    assertThat(reasons(shop, "all")).contains("B erased", "C erased");
  }

  private void customer(String key, String email, String phone, String country) {
    customer(key, email, phone, country, "yes", "no");
  }

  private void customer(
      String key, String email, String phone, String country, String consent, String optedOut) {
    keys.add(key.strip());
    customers.add(
        String.join(
            ",",
            key,
            "2025-01-01 00:00:00",
            "N",
            "N",
            email,
            phone,
            country,
            "",
            consent,
            optedOut));
  }

  private Shop deliver(Shop shop, String... suppressions) {
    boolean isLater = Arrays.equals(suppressions, new String[] {"2"});
    var number = isLater ? "9" : "1";
    var orders = new ArrayList<>(List.of(ANight.header()));
    keys.forEach(
        key ->
            orders.add(
                "%s%s,2025-01-10 12:00:00,%s,P,1,10.00,completed"
                    .formatted(number, orders.size(), key)));
    var refused = new ArrayList<>(List.of(SUPPRESSED, "NOBODY,,,,"));
    if (!isLater) {
      refused.addAll(List.of(suppressions));
    }
    return shop.deliver("customers-" + number + ".csv", customers.toArray(String[]::new))
        .deliver("orders-" + number + ".csv", orders.toArray(String[]::new))
        .deliver("suppressions-" + number + ".csv", refused.toArray(String[]::new));
  }

  private static List<String> published(Shop shop, String audience) {
    return published(shop, audience, NIGHT);
  }

  private static List<String> published(Shop shop, String audience, String night) {
    return members(shop, "customer_key", audience, night, "exclusion is null");
  }

  private static List<String> reasons(Shop shop, String audience) {
    return members(
        shop, "customer_key || ' ' || exclusion", audience, NIGHT, "exclusion is not null");
  }

  private static List<String> members(
      Shop shop, String what, String audience, String night, String which) {
    return shop.rows(
        """
        select %s from audiences.members
        where audience = '%s' and %s
          and valid_from <= '%s' and (valid_to is null or valid_to > '%4$s')
        order by customer_key collate "C"
        """
            .formatted(what, audience, which, night));
  }
}
