package dev.nightjar.deliver;

import dev.nightjar.destinations.names.Layout;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A shop with one audience, {@code all}, of everybody who may be reached. */
public final class Everybody {
  static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  private Everybody() {}

  /** Declares the audience. */
  public static Shop in(Shop shop, String destinations) {
    return shop.with("audiences.declared.all.select.orders.at-least=0")
        .with("audiences.declared.all.consent=for-contacts")
        .with("audiences.declared.all.destinations=" + destinations)
        .with("deliver.guard.from=1000000");
  }

  /** Lets the files of a destination lie where those of most do. */
  static Shop withStandardLayout(Shop shop, String destination) {
    var layout = "destinations.profiles." + destination + ".layout.";
    return shop.with(layout + "folder={destination}/{audience}/{date}")
        .with(layout + "file={audience}__{date}__{kind}")
        .with(layout + "marker=" + Layout.MARKER)
        .with(layout + "manifest=" + Layout.MANIFEST)
        .with(layout + "copy={destination}/{audience}/current");
  }

  /** Delivers people, each as {@code KEY,NAME,ADDRESS}. */
  static void tell(Shop shop, String date, String... people) {
    deliver(shop, "customers-" + date, "%s,%s 00:00:00,%s,Ash,%s,,GB,,yes,no", date, people);
  }

  /** Delivers people who refuse, each as {@code KEY,NAME,ADDRESS}. */
  static void optOut(Shop shop, String date, String... people) {
    deliver(shop, "customers-no-" + date, "%s,%s 00:00:00,%s,Ash,%s,,GB,,yes,yes", date, people);
  }

  /** Delivers people who move to France, each as {@code KEY,NAME,ADDRESS}. */
  static void moveAway(Shop shop, String date, String... people) {
    deliver(shop, "customers-fr-" + date, "%s,%s 00:00:00,%s,Ash,%s,,FR,,yes,no", date, people);
  }

  private static void deliver(
      Shop shop, String name, String template, String date, String... people) {
    var lines = new ArrayList<>(List.of(CUSTOMERS));
    for (var each : people) {
      var cells = each.split(",", -1);
      lines.add(template.formatted(cells[0], date, cells[1], cells[2]));
    }
    shop.deliver(name + ".csv", lines.toArray(String[]::new));
  }

  /** Names of what is delivered of a night; none where it has no folder. */
  static List<String> names(Shop shop, String destination, String night) throws IOException {
    var folder = shop.folder().resolve("extracts").resolve(destination).resolve("all/" + night);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder.normalize())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
