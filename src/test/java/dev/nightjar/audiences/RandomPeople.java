package dev.nightjar.audiences;

import dev.nightjar.audiences.AudiencePropertiesTest.Rules;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** People of whom some order, agree, refuse, change their address or go before each night. */
final class RandomPeople {
  private static final int PEOPLE = 60;
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out,ads";

  private final Random random;
  private final Map<String, Row> records = new TreeMap<>();
  private final List<Row> refusals = new ArrayList<>();
  private final ErasedOnes erased = new ErasedOnes();

  /** Cells by the name of their column. */
  private record Row(Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    String line(String header) {
      return String.join(",", Arrays.stream(header.split(",")).map(this::cell).toList());
    }
  }

  RandomPeople(long seed) {
    this.random = new Random(seed);
  }

  /** Delivers what comes before a night. */
  void live(Shop shop, LocalDate night) {
    var customers = new ArrayList<>(List.of(CUSTOMERS));
    var orders = new ArrayList<>(List.of(ANight.header()));
    for (int i = 1; i <= PEOPLE; i++) {
      var key = "C%06d".formatted(i);
      if (i % 5 != 0 && random.nextInt(3) == 0) {
        var record = tell(key, night);
        erased.tell(key, record.cell("email"), digits(record.cell("phone")));
        customers.add(record.line(CUSTOMERS));
      }
      if (random.nextInt(3) == 0) {
        orders.add(
            "%s-%s,%s 12:00:00,%s,P,1,%d.00,completed"
                .formatted(
                    key, night, night.minusDays(random.nextInt(90)), key, 1 + random.nextInt(300)));
      }
    }
    var refused = new ArrayList<>(List.of("key,mail,tel,by"));
    for (int i = 0; i < 2; i++) {
      refused.add(refuse().line("key,mail,tel,by"));
    }
    shop.deliver("customers-" + night + ".csv", customers.toArray(String[]::new))
        .deliver("orders-" + night + ".csv", orders.toArray(String[]::new))
        .deliver("suppressions-" + night + ".csv", refused.toArray(String[]::new));
  }

  private Row tell(String key, LocalDate night) {
    var record =
        new Row(
            Map.of(
                "customer_id", key,
                "updated_at", night + " 00:00:00",
                "email", one("", "nowhere", address(), address(), address()),
                "phone", one("", "", "unknown", number()),
                "email_consent", one("", "no", "yes", "yes"),
                "opted_out", one("", "no", "no", "no", "no", "no", "yes"),
                "ads", one("", "no", "yes", "yes")));
    if (!erased.isGone(key)) {
      records.put(key, record);
    }
    return record;
  }

  private Row refuse() {
    var channel = one("", "ads", "Email", "post");
    var refusal =
        switch (random.nextInt(3)) {
          case 0 -> Map.of("key", "C%06d".formatted(1 + random.nextInt(PEOPLE)), "by", channel);
          case 1 -> Map.of("mail", address().toUpperCase(Locale.ROOT), "by", channel);
          default -> Map.of("tel", "(" + number() + ")", "by", channel);
        };
    refusals.add(new Row(refusal));
    return refusals.get(refusals.size() - 1);
  }

  /**
   * Lets one of them be erased.
   *
   * @return the key
   */
  String goes() {
    var keys = new ArrayList<>(records.keySet());
    var key = keys.get(random.nextInt(keys.size()));
    records.remove(key);
    erased.erase(key);
    return key;
  }

  /** The first reason to leave a customer out; empty for none. */
  String reason(String key, Rules rules, boolean isMemberOfRival) {
    if (erased.is(key)) {
      return "erased";
    }
    var known = records.getOrDefault(key, new Row(Map.of()));
    if (known.cell("opted_out").equals("yes") || hasRefused(key, known, "")) {
      return "opted-out";
    }
    var channels = rules == Rules.REST ? List.of("ads", "email", "post") : List.of(rules.channel);
    if (channels.stream().anyMatch(channel -> hasRefused(key, known, channel))) {
      return "channel-opted-out";
    }
    var own = rules == Rules.ADS ? known.cell("ads") : "";
    var hasAgreed = (own.isEmpty() ? known.cell("email_consent") : own).equals("yes");
    var hasContact = !known.cell("email").isEmpty() || !known.cell("phone").isEmpty();
    if (!hasAgreed && (rules != Rules.REST || hasContact)) {
      return "no-consent";
    }
    var hasEmail = known.cell("email").contains("@");
    var hasPhone = known.cell("phone").matches("[0-9 ]+");
    if (rules == Rules.ADS && !hasEmail || rules == Rules.MAIL && !hasEmail && !hasPhone) {
      return "no-identifier";
    }
    var name = rules.name().toLowerCase(Locale.ROOT);
    if (bucket("2026-global", key) < 800 || bucket(name, key) < 100 * rules.percent) {
      return "holdout";
    }
    return isMemberOfRival ? "lower-priority" : "";
  }

  private boolean hasRefused(String key, Row known, String channel) {
    return refusals.stream()
        .filter(each -> each.cell("by").equalsIgnoreCase(channel))
        .anyMatch(
            each ->
                each.cell("key").equals(key)
                    || isSame(each.cell("mail").toLowerCase(Locale.ROOT), known.cell("email"))
                    || isSame(digits(each.cell("tel")), digits(known.cell("phone"))));
  }

  private static boolean isSame(String refused, String known) {
    return !refused.isEmpty() && refused.equals(known);
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }

  static int bucket(String salt, String key) {
    try {
      var bytes = (salt + ":" + key).getBytes(StandardCharsets.UTF_8);
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      var number = new BigInteger(1, Arrays.copyOf(hash, 8));
      return number.mod(BigInteger.valueOf(10_000)).intValue();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private String address() {
    return "p%d@example.com".formatted(random.nextInt(PEOPLE));
  }

  private String number() {
    return "0770 %06d".formatted(random.nextInt(PEOPLE));
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
