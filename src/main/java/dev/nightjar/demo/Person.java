package dev.nightjar.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** An invented person. */
record Person(String firstName, String lastName, String phone, String country, String city) {
  private static final List<String> DOMAINS =
      List.of("example.com", "example.org", "example.net", "postbox.example", "heron.example");

  /** An address made unique by the customer's number. */
  String email(int customerNumber, Dice dice) {
    var first = plain(firstName);
    var last = plain(lastName);
    var name = dice.pick(List.of(first + "." + last, first.charAt(0) + last, last + "_" + first));
    return name + customerNumber + "@" + dice.pick(DOMAINS);
  }

  private static String plain(String name) {
    var lower = name.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ı", "i");
    return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
  }
}
