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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People of whom some order, agree, refuse, change their address or go before each night. */
final class RandomPeople {
  private static final int PEOPLE = 60;
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out,ads";

  private static final List<String> ANSWERS = List.of("email_consent", "opted_out", "ads");

  private final Random random;
  private final Map<String, Row> records = new TreeMap<>();
  private final Map<String, String> answers = new TreeMap<>();
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
                "email", one("", "nowhere", address(key), address(key), address(key)),
                "phone", one("", "", "unknown", number(key)),
                "email_consent", one("", "no", "yes", "yes"),
                "opted_out", one("", "no", "no", "no", "no", "no", "yes"),
                "ads", one("", "no", "yes", "yes")));
    if (!erased.isGone(key)) {
      records.put(key, record);
      ANSWERS.forEach(
          column -> {
            if (!record.cell(column).isEmpty()) {
              answers.put(key + column, record.cell(column));
            }
          });
    }
    return record;
  }

  private Row refuse() {
    var channel = one("", "ads", "Email", "post");
    var refusal =
        switch (random.nextInt(3)) {
          case 0 -> Map.of("key", "C%06d".formatted(1 + random.nextInt(PEOPLE)), "by", channel);
          case 1 -> Map.of("mail", address("").toUpperCase(Locale.ROOT), "by", channel);
          default -> Map.of("tel", "(" + number("") + ")", "by", channel);
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
    if (refuses(Map.of("opted_out", "yes"), "").contains(key)) {
      return "opted-out";
    }
    var channels = rules == Rules.REST ? List.of("ads", "email", "post") : List.of(rules.channel);
    if (channels.stream().anyMatch(channel -> refuses(Map.of(), channel).contains(key))) {
      return "channel-opted-out";
    }
    var known = records.getOrDefault(key, new Row(Map.of()));
    var hasContact = !known.cell("email").isEmpty() || !known.cell("phone").isEmpty();
    if (!hasAgreed(key, known, rules) && (rules != Rules.REST || hasContact)) {
      return "no-consent";
    }
    var hasEmail = known.cell("email").contains("@");
    var hasPhone = known.cell("phone").matches("[0-9 ]+");
    if (rules == Rules.ADS && !hasEmail || rules == Rules.MAIL && !hasEmail && !hasPhone) {
      return "no-identifier";
    }
    var name = rules.name().toLowerCase(Locale.ROOT);
    if (Stream.concat(Stream.of(key), spread().like(key).stream())
        .anyMatch(
            each ->
                bucket("2026-global", each) < 800 || bucket(name, each) < 100 * rules.percent)) {
      return "holdout";
    }
    return isMemberOfRival ? "lower-priority" : "";
  }

  private boolean hasAgreed(String key, Row known, Rules rules) {
    if (refusesElsewhere(key, "email_consent")
        || rules == Rules.ADS && refusesElsewhere(key, "ads")) {
      return false;
    }
    var own = rules == Rules.ADS ? withdrawn(key, "ads", known.cell("ads")) : "";
    var any = withdrawn(key, "email_consent", known.cell("email_consent"));
    return (own.isEmpty() ? any : own).equals("yes");
  }

  /** An empty cell takes a refusal not back, but a consent. */
  private String withdrawn(String key, String column, String latest) {
    return "no".equals(answers.get(key + column)) ? "no" : latest;
  }

  private boolean refusesElsewhere(String key, String column) {
    var refusing = answering(column, "no");
    var others = new HashSet<>(refusing);
    others.remove(key);
    return spread().of(others, Set.of()).contains(key) && !others.contains(key);
  }

  private Set<String> answering(String column, String answer) {
    return records.keySet().stream()
        .filter(key -> answer.equals(answers.get(key + column)))
        .collect(Collectors.toSet());
  }

  private SpreadRefusals spread() {
    return new SpreadRefusals(erased.told());
  }

  /**
   * Who refuses a channel, or all marketing: in records, in suppressions, or like somebody who
   * does.
   */
  private Set<String> refuses(Map<String, String> answer, String channel) {
    var certain = new HashSet<String>();
    var perhaps = new HashSet<String>();
    answer.forEach((column, value) -> certain.addAll(answering(column, value)));
    for (var each : refusals) {
      if (each.cell("by").equalsIgnoreCase(channel)) {
        certain.add(each.cell("key"));
        certain.addAll(spread().having(each.cell("mail").toLowerCase(Locale.ROOT)));
        perhaps.addAll(spread().having(digits(each.cell("tel"))));
      }
    }
    return spread().of(certain, perhaps);
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

  /** The own address, and sometimes that of another. */
  private String address(String key) {
    return "p%d@example.com".formatted(own(key));
  }

  private String number(String key) {
    return "0770 %06d".formatted(own(key));
  }

  private int own(String key) {
    return key.isEmpty() || random.nextInt(12) == 0
        ? random.nextInt(PEOPLE)
        : Integer.parseInt(key.substring(1));
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
