package dev.nightjar.destinations;

import dev.nightjar.identity.Places;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member of an audience: a value for each field that is known. */
final class Member {
  private static final int FIELDS = MemberField.values().length;

  private final @Nullable String[] values = new String[FIELDS];
  private final Map<MemberField.Value, @Nullable String> named = new HashMap<>();

  static Member of(Map<MemberField, String> values) {
    var member = new Member();
    values.forEach((field, value) -> member.put(MemberField.Value.of(field), value));
    return member;
  }

  /** The value as it arrived; null where there is none. */
  @Nullable String get(MemberField field, @Nullable String name) {
    return name == null ? values[field.ordinal()] : named.get(new MemberField.Value(field, name));
  }

  void put(MemberField.Value which, @Nullable String value) {
    if (which.name() == null) {
      values[which.field().ordinal()] = value;
    } else {
      named.put(which, value);
    }
  }

  /** Two letters of ISO 3166 for the country of the member; null if it is not a country. */
  @Nullable String region() {
    var country = get(MemberField.COUNTRY, null);
    return country == null ? null : Places.region(country);
  }

  /** Reveals nothing about the person. */
  @Override
  public String toString() {
    return "a member";
  }
}
