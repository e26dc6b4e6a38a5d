package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the customer of a line is. */
class CustomerKeysTest {
  private static final ASource ORDERS = ASource.ofOrders();
  private static final ASource FIRST_OF =
      ORDERS
          .without("customer")
          .with("columns.customer.first-of[0]", "id")
          .with("columns.customer.first-of[1]", "email");

  @ParameterizedTest
  @CsvSource({
    "17, a@b.example, 17",
    "'', A@b.example, a@b.example",
    "0, a@b.example, a@b.example",
    "Guest, a@b.example, a@b.example",
    "NULL, nan, ",
    "' ', '', ",
  })
  void theFirstColumnThatNamesSomebodyCounts(String id, String email, String key) {
    assertThat(ALine.of(FIRST_OF).cell("id", id).cell("email", email).value("customer"))
        .isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "guest", "GUEST", "NULL", "nan", "N/A", "#N/A", "None", "-", "=\"0\""})
  void someValuesMeanNobody(String text) {
    assertThat(ALine.of(ORDERS).with("customer", text).value("customer")).isNull();
    assertThat(ALine.of(ASource.ofCustomers()).with("customer", text).fault())
        .isEqualTo("2|customer|empty");
  }

  @Test
  void aSourceSaysItselfWhichValuesMeanNobody() {
    var source = ORDERS.with("no-customer[0]", "walk-in");
    assertThat(ALine.of(source).with("customer", "Walk-In").value("customer")).isNull();
    assertThat(ALine.of(source).with("customer", "0").value("customer")).isEqualTo("0");
    assertThat(ALine.of(ORDERS.with("no-customer", "")).with("customer", "0").value("customer"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann@Example.com | ann@example.com",
        "C7a | C7a",
        "a@b@C | a@b@C",
        "@Ann | @Ann",
        "='x' | ='x'",
      })
  void keysThatAreEmailAddressesAreInSmallLetters(String text, String key) {
    assertThat(ALine.of(ORDERS).with("customer", text).value("customer")).isEqualTo(key);
  }

  @Test
  void blanksAndWhatSpreadsheetsAddDoNotBelongToKeys() {
    assertThat(ALine.of(ORDERS).with("customer", "\u00a0C7\u200b ").value("customer"))
        .isEqualTo("C7");
    assertThat(ALine.of(ORDERS).with("customer", "=\"000124\"").value("customer"))
        .isEqualTo("000124");
    assertThat(ALine.of(ORDERS).with("order", "=\"000124\"").value("order")).isEqualTo("000124");
    assertThat(ALine.of(ORDERS).with("customer", "=\"\"").value("customer")).isNull();
  }

  @Test
  void aSourceSaysWhatElseDoesNot() {
    var source = ORDERS.with("keys.strip", "'#").with("keys.lower", "true");
    assertThat(ALine.of(source).with("customer", "'7000C'").value("customer")).isEqualTo("7000c");
    assertThat(ALine.of(source).with("order", "#1O'1").value("order")).isEqualTo("1O'1");
    assertThat(ALine.of(source).with("status", "'Paid'").value("status")).isEqualTo("'Paid'");
  }
}
