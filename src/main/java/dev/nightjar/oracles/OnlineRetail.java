package dev.nightjar.oracles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of UCI Online Retail as a source, with cancelled orders left out. */
final class OnlineRetail {
  static final String LINES = "data/online_retail.csv.gz";

  private OnlineRetail() {}

  static List<String> source(String... further) {
    var source =
        new ArrayList<>(
            List.of(
                "feed=order-lines",
                "files=oracle-online-retail.csv.gz",
                "columns.order=InvoiceNo",
                "columns.customer=CustomerID",
                "columns.ordered-at=InvoiceDate",
                "columns.product=StockCode",
                "columns.quantity=Quantity",
                "columns.unit-price=UnitPrice",
                "columns.country=Country",
                "return-marker.order-prefix=C",
                "return-marker.negative-quantity=true",
                "returns=ignore"));
    source.addAll(List.of(further));
    return source;
  }

  static Map<String, byte[]> files(Path folder) {
    return Map.of("oracle-online-retail.csv.gz", new PublishedFolder(folder).bytes(LINES));
  }
}
