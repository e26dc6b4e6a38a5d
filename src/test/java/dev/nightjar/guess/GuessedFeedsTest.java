package dev.nightjar.guess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of a file are, and what refunds and negative totals in it mean. */
class GuessedFeedsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reviews.csv|order_id,email,status|1,a@example.com,published",
        "contacts.csv|E-Mail;Telefon|a@example.com;0441",
        "contacts.csv|Telefon;Ort|0441;Ulm",
        "orders.csv|order_id,email,first_name,order_date,total|1,a@example.com,Ann,someday,much",
        "unsubscribed.csv|phone,opt_out|0441,no",
      })
  void peopleAreNotRefusedWithoutASign(String name, String header, String line) {
    assertThat(new AnExport(name, header + "\n" + line + "\n").guess())
        .contains("feed: \"?\" # ", "customers, suppressions (marketing is refused to everybody");
  }

  @ParameterizedTest
  @CsvSource({
    "suppression-list.csv, email",
    "Abmeldungen.csv, E-Mail",
    "hard_bounces.csv, email",
    "complaints.csv, email",
    "blocklist.csv, Telefon",
    "désabonnés.csv, mail",
    "export.csv, opted_out_email"
  })
  void theNameOfAFileOrAColumnIsASign(String name, String column) {
    var text = column + ",email\na@example.com,a@example.com\n";
    assertThat(
            new AnExport(name, column.equals("email") ? "email,note\na@example.com,x\n" : text)
                .guess())
        .contains("feed: suppressions");
  }

  @Test
  void aRefundOnEachLineIsAskedAboutWithBothAnswers() {
    assertThat(
            new AnExport(
                    "till.csv",
                    """
                    order_id,customer_id,order_date,sku,qty,unit_price,refund
                    1,C1,2024-01-13,A,1,5.00,2.00
                    1,C1,2024-01-13,B,1,6.00,2.00
                    2,C2,2024-01-14,B,1,6.00,0
                    """)
                .guess())
        .contains(
            "refunded: \"?\" # is refund of an order or of a line? of a line: refunded: [refund]; of an"
                + " order, on each of its lines: the same, and once-per-order: [refunded]");
  }

  @Test
  void aNegativeTotalIsSaidToBeAReturn() {
    assertThat(
            AnExport.of(
                    "order_id,customer_id,order_date,total",
                    i -> "%d,C%d,2024-01-13,%d.50".formatted(i, i, i - 3))
                .guess())
        .contains("feed: orders", "negative-quantity: true # a negative total is a return");
  }
}
