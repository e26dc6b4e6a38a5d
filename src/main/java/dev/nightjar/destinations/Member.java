package dev.nightjar.destinations;

import dev.nightjar.identity.Places;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member of an audience: a value for each field that is known. */
final class Member {
  private static final int FIELDS = MemberField.values().length;

  private final @Nullable String[] values = new String[FIELDS];

  static Member of(Map<MemberField, String> values) {
    var member = new Member();
    values.forEach(member::put);
    return member;
  }

  /** The value as it arrived; null where there is none. */
  @Nullable String get(MemberField field) {
    return values[field.ordinal()];
  }

  void put(MemberField field, @Nullable String value) {
    values[field.ordinal()] = value;
  }

  /** Two letters of ISO 3166 for the country of the member; null if it is not a country. */
  @Nullable String region() {
    var country = get(MemberField.COUNTRY);
    return country == null ? null : Places.region(country);
  }

  /** Reveals nothing about the person. */
  @Override
  public String toString() {
    return "a member";
  }
}
