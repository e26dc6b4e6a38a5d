package dev.nightjar.deliver;

import dev.nightjar.home.Failure;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.Night;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A shop whose change guard asks, and what is seen of it. */
final class AGuard {
  private AGuard() {}

  static String[] people(int from, int to) {
    return numbers(from, to)
        .map(i -> "C%05d,Ann,p%d@example.com".formatted(i, i))
        .toArray(String[]::new);
  }

  static Stream<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed();
  }

  static Set<String> keys(int from, int to) {
    return numbers(from, to).map("C%05d"::formatted).collect(Collectors.toSet());
  }

  static Set<String> keys(List<String> rows) {
    return rows.stream().map(AGuard::key).collect(Collectors.toSet());
  }

  static String key(String row) {
    return row.substring(0, row.indexOf('|'));
  }

  static List<String> current(Shop shop) {
    Path file = shop.folder().resolve("extracts/generic-csv/all/current.csv");
    return Replica.read(file).stream().sorted().toList();
  }

  static List<String> stops(Shop shop) {
    return shop.rows(
        "select audience, stopped_for from deliver.changes where stopped_for is not null"
            + " and night = (select max(night) from deliver.changes)");
  }

  static List<String> warnings(Shop shop, String night) {
    return shop.nights(
        nights ->
            nights.warnings(new Night(LocalDate.parse(night), 1)).stream()
                .map(Failure::getMessage)
                .toList());
  }

  static void approve(Shop shop) {
    shop.query(
        db ->
            db.execute(
                """
                insert into deliver.approvals (night, destination, audience, customers_before,
                  customers, added, changed, removed, replaced, refused, approved_at, approved_by)
                select night, destination, audience, customers_before,
                  customers, added, changed, removed, replaced, refused, now(), 'Ada'
                from deliver.changes where stopped_for is not null
                  and night = (select max(night) from deliver.changes)
                on conflict do nothing
                """));
  }
}
