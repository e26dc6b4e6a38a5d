package dev.nightjar.audiences;

import dev.nightjar.identity.Emails;
import dev.nightjar.identity.Identities;
import dev.nightjar.identity.Phones;
import dev.nightjar.identity.Refusal.Refused;
import dev.nightjar.identity.Spellings;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** People with one or two keys, who write their address and number in another way each time. */
final class RefusedPeople {
  private static final int PEOPLE = 40;
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  private final Random random;

  /**
   * All tell their address and number at first, so that it is known which keys are one person's.
   */
  private boolean isFirst = true;

  private final List<Person> people = new ArrayList<>();

  /** A person, and what is known of each key and refused by any. */
  private static final class Person {
    private final int number;
    private final boolean hasTwoKeys;
    private final Map<String, String> consents = new HashMap<>();
    private final Map<String, String> optOuts = new HashMap<>();
    private final Set<String> latestConsent = new HashSet<>();
    private final Set<String> channels = new TreeSet<>();
    private boolean isSuppressed;
    private boolean isErased;

    private Person(int number, boolean hasTwoKeys) {
      this.number = number;
      this.hasTwoKeys = hasTwoKeys;
    }

    private List<String> keys() {
      return hasTwoKeys
          ? List.of("K" + number + "a", "K" + number + "b")
          : List.of("K" + number + "a");
    }

    private String mailbox() {
      return "person" + (char) ('a' + number / 10) + (char) ('a' + number % 10);
    }

    private List<String> addresses() {
      return number % 2 == 0
          ? Spellings.ofGmail(mailbox())
          : Spellings.of(mailbox() + "@shop.example");
    }

    private String e164() {
      return "+4420794609%02d".formatted(number);
    }

    private List<String> numbers() {
      var all = new ArrayList<>(Spellings.ofNumberAtHome(e164()));
      all.addAll(Spellings.ofNumberAbroad(e164()));
      return all;
    }

    private boolean refuses(String channel) {
      return isErased
          || isSuppressed
          || optOuts.containsValue("yes")
          || consents.containsValue("no")
          || (channel.equals("any") ? !channels.isEmpty() : channels.contains(channel));
    }
  }

  RefusedPeople(long seed) {
    random = new Random(seed);
    for (int i = 0; i < PEOPLE; i++) {
      people.add(new Person(i, random.nextInt(3) == 0));
    }
  }

  /** Delivers what comes before a night. */
  void live(Shop shop, LocalDate night) {
    var customers = new ArrayList<>(List.of(CUSTOMERS));
    var orders = new ArrayList<>(List.of(ANight.header()));
    for (var person : people) {
      for (var key : person.keys()) {
        if (isFirst || random.nextInt(3) > 0) {
          customers.add(record(person, key, night));
        }
        orders.add(
            "%s-%s,%s 12:00:00,%s,P,1,9.00,completed"
                .formatted(key, night, night.minusDays(random.nextInt(50)), key));
      }
    }
    var refused = new ArrayList<>(List.of("key,mail,tel,by,at", "NOBODY,,,,"));
    for (int i = 0; i < 2; i++) {
      refused.add(suppression(people.get(random.nextInt(PEOPLE))));
    }
    isFirst = false;
    shop.deliver("customers-" + night + ".csv", customers.toArray(String[]::new))
        .deliver("orders-" + night + ".csv", orders.toArray(String[]::new))
        .deliver("suppressions-" + night + ".csv", refused.toArray(String[]::new));
  }

  private String record(Person person, String key, LocalDate night) {
    var consent =
        one("yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "no", "", "withdrawn");
    var optedOut = one("no", "no", "no", "no", "no", "no", "", "", "", "yes", "on");
    listen(person, key, consent, optedOut);
    return String.join(
        ",",
        key,
        night + " 00:00:00",
        "Ann",
        "Bell",
        !isFirst && random.nextInt(8) == 0
            ? ""
            : quoted(one(person.addresses().toArray(String[]::new))),
        !isFirst && random.nextInt(8) == 0
            ? ""
            : quoted(one(person.numbers().toArray(String[]::new))),
        one("GB", "United Kingdom", "gbr"),
        "",
        consent,
        optedOut);
  }

  /** Of a reject, nothing but the refusal counts. */
  private static void listen(Person person, String key, String consent, String optedOut) {
    boolean isReject = consent.equals("withdrawn") || optedOut.equals("on");
    if (!isReject && consent.equals("yes")) {
      person.latestConsent.add(key);
    } else if (!isReject) {
      person.latestConsent.remove(key);
    }
    var refusesPurpose = consent.equals("no") || consent.equals("withdrawn");
    if (refusesPurpose || !isReject && consent.equals("yes")) {
      person.consents.put(key, refusesPurpose ? "no" : "yes");
    }
    var refusesAll = optedOut.equals("yes") || optedOut.equals("on");
    if (refusesAll || !isReject && optedOut.equals("no")) {
      person.optOuts.put(key, refusesAll ? "yes" : "no");
    }
  }

  private String suppression(Person person) {
    var channel = one("", "", "E-Mail", "advertising", "emial", "post");
    switch (channel) {
      case "", "emial" -> person.isSuppressed = true;
      case "E-Mail" -> person.channels.add("email");
      case "advertising" -> person.channels.add("ads");
      default -> person.channels.add(channel);
    }
    var time = one("", "2025-01-01 00:00:00", "last week");
    if (time.equals("last week")) {
      person.isSuppressed = true; // of a reject, it is not known for which channel it is
    }
    var rest = "," + channel + "," + time;
    return switch (random.nextInt(3)) {
      case 0 -> person.keys().get(0) + ",," + rest;
      case 1 -> "," + quoted(one(person.addresses().toArray(String[]::new))) + "," + rest;
      default -> ",," + quoted(one(person.numbers().toArray(String[]::new))) + rest;
    };
  }

  /** Lets somebody be erased; returns one of the keys. */
  String goes() {
    var person = people.get(random.nextInt(PEOPLE));
    person.isErased = true;
    return person.keys().get(0);
  }

  /** Keys of people who refuse a channel. */
  Set<String> refusing(String channel) {
    var keys = new TreeSet<String>();
    people.stream().filter(each -> each.refuses(channel)).forEach(each -> keys.addAll(each.keys()));
    return keys;
  }

  /** Keys of people who refuse nothing, and have agreed. */
  Set<String> agreeing() {
    var keys = new TreeSet<String>();
    people.stream()
        .filter(each -> !each.refuses("any"))
        .forEach(
            each -> each.keys().stream().filter(each.latestConsent::contains).forEach(keys::add));
    return keys;
  }

  /** Whatever a destination could be sent of somebody who refuses a channel, hashed. */
  Set<String> forbiddenHashes(String channel) {
    var hashes = new HashSet<String>();
    for (var person : people) {
      if (person.refuses(channel)) {
        person.addresses().forEach(each -> addHashes(hashes, each));
        hashes.add(sha256(person.e164()));
        hashes.add(sha256(person.e164().substring(1)));
        for (var number : person.numbers()) {
          try {
            hashes.add(sha256(Phones.e164(number, "GB")));
          } catch (Refused e) {
            continue;
          }
        }
      }
    }
    return hashes;
  }

  /** The identities of people who refuse a channel. */
  Set<String> forbiddenIdentities(String channel) {
    var identities = new HashSet<String>();
    for (var person : people) {
      if (person.refuses(channel)) {
        person.addresses().forEach(each -> identities.addAll(Identities.ofEmail(each)));
        identities.add("phone:" + person.e164());
      }
    }
    return identities;
  }

  private static void addHashes(Set<String> hashes, String address) {
    try {
      hashes.add(sha256(Emails.lower(address)));
      hashes.add(sha256(Emails.withoutBlanks(address)));
      hashes.add(sha256(Emails.gmailCanonical(address)));
    } catch (Refused e) {
      // destinations get no such address
      return;
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
