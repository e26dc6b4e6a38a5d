package dev.nightjar.privacy;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A shop whose customers are the 40 awkward ones of the destinations' fixture. */
final class AwkwardShop {
  static final String SECRET = "a secret of the tests";
  private static final Path FIXTURE =
      Path.of("src/test/resources/dev/nightjar/destinations/customers.csv");

  private AwkwardShop() {}

  /** The source of the fixture, everybody's consent, and a secret. */
  static Shop set(Shop shop) {
    var prefix = "ingest.sources.fixture.";
    return shop.with("privacy.secret=" + SECRET)
        .with(prefix + "feed=customers")
        .with(prefix + "files=fixture-*.csv")
        .with(prefix + "columns.customer=customer_key")
        .with(prefix + "columns.email=email")
        .with(prefix + "columns.phone=phone")
        .with(prefix + "columns.first-name=first_name")
        .with(prefix + "columns.last-name=last_name")
        .with(prefix + "columns.country=country")
        .with(prefix + "columns.city=city")
        .with(prefix + "columns.state=state")
        .with(prefix + "columns.zip=zip")
        .with(prefix + "columns.birth-date=birth_date")
        .with(prefix + "constants.consent=yes");
  }

  /** A source of suppressions, of which few are no doubt. */
  static Shop withSuppressions(Shop shop) {
    var prefix = "ingest.sources.no.";
    return shop.with(prefix + "feed=suppressions")
        .with(prefix + "files=suppressions-*.csv")
        .with(prefix + "columns.customer=key")
        .with(prefix + "columns.email=mail")
        .with(prefix + "columns.phone=tel")
        .with("audiences.suppressions.max-shrink=1");
  }

  /** Everybody's record, in a file of its own. */
  static Shop customers(Shop shop, String name) {
    try {
      return shop.deliver(name, Files.readAllBytes(FIXTURE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The header of the records, to which others can be added. */
  static String header() {
    return "customer_key,email,phone,first_name,last_name,country,city,state,zip,birth_date";
  }

  /** An order of each customer, with the key in its number and a note, packed. */
  static Shop orders(Shop shop, String name, String day, String... others) {
    var lines = new ArrayList<String>(List.of(ANight.header() + ",note"));
    for (int i = 1; i <= 40; i++) {
      var key = "C%06d".formatted(i);
      lines.add(
          "%s-%s,%s 12:00:00,%s,P%d,1,%d.50,completed,for %s"
              .formatted(key, day, day, key, i, i, key));
      lines.add(
          "%s-%s,%s 12:00:00,%s,P%d,1,%d.50,completed,for %s"
              .formatted(key, day, day, key, i + 1, i, key));
    }
    lines.addAll(List.of(others));
    return shop.with("ingest.sources.shop-orders.attributes.gift-note=note")
        .with("ingest.sources.shop-orders.expect.max-reject-share=0.5")
        .deliver(name + ".gz", packed(lines));
  }

  private static byte[] packed(List<String> lines) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What the checks of the night find, by their names; none where all hold. */
  static List<String> broken(Shop shop, String night) {
    var broken = new ArrayList<String>();
    try (var checks = Files.list(Path.of("db/checks"))) {
      for (var check : checks.sorted().toList()) {
        var sql = Files.readString(check).replace(":night", "date '" + night + "'");
        shop.rows(sql).forEach(row -> broken.add(check.getFileName() + " " + row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return broken;
  }
}
