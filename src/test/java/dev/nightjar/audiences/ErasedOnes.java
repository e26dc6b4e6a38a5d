package dev.nightjar.audiences;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who was erased, and who had an address or number of somebody who was, told one by one. */
final class ErasedOnes {
  private static final int MOST_WHO_SHARE = 10;

  private final List<Told> told = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> emails = new HashSet<>();
  private final Set<String> phones = new HashSet<>();
  private final Set<String> sharing = new HashSet<>();

  /** What a file told of a customer. */
  record Told(String key, String email, String phone) {
    /** The values that the customer shares with others. */
    List<String> values() {
      return Stream.of(email, phone).filter(not(String::isEmpty)).toList();
    }
  }

  /** Takes note of a record that comes. */
  void tell(String key, String email, String phone) {
    if (!keys.contains(key)) {
      var address = email.contains("@") ? email.strip().toLowerCase(Locale.ROOT) : "";
      told.add(new Told(key, address, phone));
      hide();
    }
  }

  void erase(String key) {
    var ofThem = told.stream().filter(each -> each.key.equals(key)).toList();
    var addresses = theirs(ofThem, Told::email);
    var numbers = theirs(ofThem, Told::phone);
    keys.add(key);
    emails.addAll(addresses);
    phones.addAll(numbers);
    told.removeAll(ofThem);
    hide();
  }

  private Set<String> theirs(List<Told> ofThem, Function<Told, String> identifier) {
    return ofThem.stream()
        .map(identifier)
        .filter(not(String::isEmpty))
        .filter(each -> customers(identifier, each) <= MOST_WHO_SHARE)
        .collect(Collectors.toSet());
  }

  private long customers(Function<Told, String> identifier, String value) {
    return told.stream()
        .filter(each -> identifier.apply(each).equals(value))
        .map(Told::key)
        .distinct()
        .count();
  }

  /** A record with an erased address or number counts for its customer, and tells no more. */
  private void hide() {
    for (var each : List.copyOf(told)) {
      if (emails.contains(each.email) || phones.contains(each.phone)) {
        sharing.add(each.key);
        told.remove(each);
      }
    }
  }

  /** What is still told of the others. */
  List<Told> told() {
    return told;
  }

  /** Whether a key was erased. */
  boolean isGone(String key) {
    return keys.contains(key);
  }

  /** Whether a customer in the tables is one of them: erased ones are there under a pseudonym. */
  boolean is(String key) {
    return key.startsWith("erased-") || sharing.contains(key);
  }
}
