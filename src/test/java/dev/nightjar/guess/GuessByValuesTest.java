package dev.nightjar.guess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files of no known system: names propose, values decide, and what they leave open is asked. */
class GuessByValuesTest {
  private static final String PLAIN = "order_id,customer_id,order_date,total";

  @Test
  void aGermanExportIsGuessedWithItsDatesNumbersAndReturns() {
    assertThat(
            new AnExport(
                    "bestellungen_2025-01-31.csv",
                    """
                    Bestellnummer;Kundennummer;Bestelldatum;Artikel;Menge;Einzelpreis
                    1;K1;31.01.2025 14:15;A-1;2;1.234,50
                    2;K2;30.01.2025 09:00;A-2;-1;9,99
                    """)
                .guess())
        .isEqualTo(
            """
            # guessed from bestellungen_2025-01-31.csv (csv, semicolon, UTF-8); 2 lines read
            ingest:
              sources:
                bestellungen:
                  feed: order-lines
                  files: "bestellungen_*.csv"
                  columns: # of the file: Bestellnummer, Kundennummer, Bestelldatum, Artikel, Menge, Einzelpreis
                    order: ["Bestellnummer"]
                    customer: ["Kundennummer"]
                    ordered-at: ["Bestelldatum"]
                    product: ["Artikel"]
                    quantity: ["Menge"]
                    unit-price: ["Einzelpreis"]
                  date-format: "dd.MM.yyyy HH:mm"
                  numbers: {decimal: ",", thousands: "."}
                  # currency: of the amounts, if it is not business.currency
                  return-marker:
                    negative-quantity: true
                  duplicates: newest-file
            """);
  }

  @Test
  void aTotalThatRepeatsWithinAnOrderIsTheOrders() {
    assertThat(
            AnExport.of(
                    "order_id,customer_id,order_date,sku,qty,price,order_total,refund_amount,status",
                    i ->
                        "%d,C%d,2024-01-02,S%d,1,%d,%d.50,0,paid"
                            .formatted(i / 2, i / 2, i, i, 10 + i / 2))
                .guess())
        .contains(
            "feed: orders",
            "total: [\"order_total\"]",
            "once-per-order: [total, refunded]",
            "kept-statuses: [\"paid\"] # orders: paid 30");
  }

  @Test
  void aTotalThatDiffersWithinAnOrderIsTheLines() {
    assertThat(
            AnExport.of(
                    "Order ID,Customer ID,Order Date,City,State,Product ID,Sales,Quantity,Discount",
                    i ->
                        "CA-%d,C%d,1/%d/2017,Austin,Texas,P%d,%d.25,%d,0.2"
                            .formatted(i / 3, i / 3, 1 + i % 28, i % 5, i + 10, 1 + i % 4))
                .guess())
        .contains(
            "feed: order-lines",
            "unit-price: [\"Sales\"]",
            "constants: {quantity: 1} # Sales is the total of a line",
            "date-format: \"M/d/yyyy\"")
        .doesNotContain("status", "?");
  }

  @Test
  void aPriceThatGrowsWithTheQuantityIsOfTheLine() {
    var header = "order_id,customer_id,order_date,sku,qty,price";
    assertThat(
            AnExport.of(
                    header,
                    i ->
                        "%d,C%d,2024-01-02,S%d,%d,%d"
                            .formatted(i / 2, i, i % 5, 1 + i % 4, (1 + i % 4) * (i % 5 + 3)))
                .guess())
        .contains("constants: {quantity: 1} # price is the total of a line");
    assertThat(
            AnExport.of(
                    header,
                    i ->
                        "%d,C%d,2024-01-02,S%d,%d,%d"
                            .formatted(i / 2, i, i % 5, 1 + i % 4, i % 5 + 3))
                .guess())
        .contains("quantity: [\"qty\"]", "unit-price: [\"price\"]")
        .doesNotContain("?");
    assertThat(
            AnExport.of(
                    header,
                    i -> "%d,C%d,2024-01-02,S%d,%d,%d".formatted(i / 2, i, i, 1 + i % 4, i + 3))
                .guess())
        .contains("unit-price: \"?\" # is price the price of one piece?");
  }

  @Test
  void aDiscountWithoutATotalIsAskedAbout() {
    assertThat(
            AnExport.of(
                    "order_id,customer_id,order_date,sku,quantity,unit_price,discount",
                    i -> "%d,C%d,2024-01-02,S%d,2,5,0.1".formatted(i / 2, i, i % 5))
                .guess())
        .contains("unit-price: \"?\" # is the discount in unit_price already?");
  }

  @Test
  void whatCanBeReadInTwoWaysIsAskedAbout() {
    assertThat(
            AnExport.of(
                    PLAIN,
                    i -> "%d,C%d,%02d/%02d/2024,9.50".formatted(i, i, 1 + i % 12, 1 + i % 11))
                .guess())
        .contains("date-format: \"?\" # all values can be read as dd/MM/yyyy, and as MM/dd/yyyy");
    assertThat(
            AnExport.of(PLAIN, i -> "%d,C%d,%d/13/2024,9.50".formatted(i, i, 1 + i % 12)).guess())
        .contains("date-format: \"M/d/yyyy\"");
    assertThat(AnExport.of(PLAIN, i -> "%d,C%d,2024-01-02,\"1,%03d\"".formatted(i, i, i)).guess())
        .contains("numbers: {decimal: \"?\"} # the amounts can be read in two ways");
    assertThat(AnExport.of(PLAIN, i -> "%d,C%d,2024-01-02,$9.50".formatted(i, i)).guess())
        .contains("currency: \"?\" # the sign at the amounts can be of");
    assertThat(
            AnExport.of(
                    "customer_id,transaction_date,product_id,amount,sales_price",
                    i -> "C%d,2024-01-02,P,%d,9".formatted(i, i))
                .guess())
        .contains("total: \"?\" # which is the value: amount, sales_price?")
        .contains("order: \"?\" # no column is the number of an order");
  }

  @Test
  void theNewestWordsOfAStatusAreAskedAboutAndAStateIsNone() {
    assertThat(
            AnExport.of(
                    PLAIN + ",status",
                    i ->
                        "%d,C%d,2024-01-02,9.50,%s"
                            .formatted(i, i, i % 3 == 0 ? "shipped" : "completed"))
                .guess())
        .contains(
            "kept-statuses: [\"completed\", \"?\"] # orders: completed 40, shipped 20; add those that count");
    assertThat(
            AnExport.of(PLAIN + ",city,state", i -> "%d,C%d,2024-01-02,9,X,TX".formatted(i, i))
                .guess())
        .doesNotContain("status");
  }

  @Test
  void aTotalThatIsNotRecognisedCanBeRepeated() {
    var header = "order_id,customer_id,order_date,qqq";
    assertThat(
            AnExport.of(header, i -> "%d,C%d,2024-01-02,%d.00".formatted(i / 2, i / 4, i / 2 % 9))
                .guess())
        .contains("total: \"?\"", "once-per-order: [\"?\"] # some orders have several rows");
    assertThat(
            AnExport.of(header, i -> "%d,C%d,2024-01-02,%d.00".formatted(i, i / 4, i % 9)).guess())
        .contains("total: \"?\"")
        .doesNotContain("once-per-order");
    assertThat(
            AnExport.of(
                    PLAIN + ",Refund",
                    i -> "%d,C%d,2024-01-02,9,%d".formatted(i, i, i % 9 == 0 ? 4 : 0))
                .guess())
        .contains("refunded: [\"Refund\"]");
  }

  @Test
  void aKeyWithVeryManyOrdersIsAskedAbout() {
    assertThat(
            AnExport.of(
                    PLAIN, i -> "%d,%s,2024-01-02,9".formatted(i, i % 10 == 0 ? "till" : "C" + i))
                .guess())
        .contains("no-customer: [\"?\"] # one value of customer_id has 6 of 60 orders");
    assertThat(
            AnExport.of(
                    "order_id,customer_id,email,order_date,total",
                    i -> "%d,%d,a%d@example.com,2024-01-02,9".formatted(i, i % 3, i))
                .guess())
        .contains("customer: [\"email\"]")
        .doesNotContain("no-customer");
  }

  @Test
  void numbersWithAPrefixThatAreAllNegativeAreReturns() {
    assertThat(
            AnExport.of(
                    "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID",
                    i ->
                        "%s%d,S,%d,12/%d/2010 8:26,2.55,%d"
                            .formatted(
                                i % 10 == 0 ? "C" : "",
                                5000 + i,
                                i % 10 == 0 ? -1 : 1,
                                1 + i % 28,
                                i))
                .guess())
        .contains("order-prefix: \"C\"", "negative-quantity: true");
  }

  @Test
  void twoColumnsThatCouldBeTheValueAreAskedAboutInLinesToo() {
    assertThat(
            AnExport.of(
                    "order_id,customer_id,order_date,product_id,amount,sales_price",
                    i -> "%d,C%d,2024-01-02,P%d,%d,%d".formatted(i / 2, i / 2, i, 1 + i % 3, 9 + i))
                .guess())
        .contains("unit-price: \"?\" # which is the value: amount, sales_price?");
  }

  @Test
  void anIdThatNoRowSharesIsTheOrdersUnlessRowsAreOfProducts() {
    assertThat(
            AnExport.of(
                    "id,customer_id,order_date,total", i -> "%d,C%d,2024-01-02,9".formatted(i, i))
                .guess())
        .contains("order: [\"id\"]", "duplicates: newest-file");
    assertThat(
            AnExport.of(
                    "id,customer_id,order_date,sku,total",
                    i -> "%d,C%d,2024-01-02,S,9".formatted(i, i))
                .guess())
        .contains("order: \"?\"");
  }

  @Test
  void damagedKeysAreAskedAbout() {
    assertThat(AnExport.of(PLAIN, i -> "1.23E+%02d,%d.0,2024-01-02,9".formatted(i, i)).guess())
        .contains("order: \"?\" # 60 of 60 keys in order_id were rounded by a spreadsheet")
        .contains("customer: \"?\" # the keys in customer_id end in .0");
  }

  @Test
  void aColumnOfBlanksOrZerosIsNoCustomer() {
    assertThat(
            AnExport.of(
                    "order_id,customer_id,customer_email,order_date,total",
                    i -> "%d,0,a%d@example.com,2024-01-02,9".formatted(i, i))
                .guess())
        .contains("customer: [\"customer_email\"]");
    assertThat(
            AnExport.of(
                    "order_id,customer_id,order_date,total", i -> "%d,0,2024-01-02,9".formatted(i))
                .guess())
        .contains("customer: \"?\" # not recognised");
  }

  @Test
  void fieldsThatFurtherLinesOfAnOrderLackAreFilledDown() {
    assertThat(
            AnExport.of(
                    "order_id,email,order_date,currency,total",
                    i ->
                        i % 2 == 0
                            ? "%d,a%d@example.com,2024-01-02,GBP,9".formatted(i / 2, i)
                            : "%d,,,GBP,".formatted(i / 2))
                .guess())
        .contains("fill-down: [customer, ordered-at]", "once-per-order: [total]");
  }

  @Test
  void pricesWithoutAQuantityOrATotalMakeNoFieldsThatTheFeedDoesNotHave() {
    assertThat(
            AnExport.of(
                    "customer_id,order_date,sku,note", i -> "C%d,2024-01-02,S%d,x".formatted(i, i))
                .guess())
        .contains("feed: orders", "total: \"?\"", "order: \"?\" # the number of the order")
        .doesNotContain("product:");
  }
}
