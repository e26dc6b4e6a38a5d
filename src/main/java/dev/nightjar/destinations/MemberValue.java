package dev.nightjar.destinations;

import org.jspecify.annotations.Nullable;

/**
 * A value of a member: a field, or one of several that have names.
 *
 * @param name of an attribute, or of the purpose of a consent; null for all others and for the
 *     audience's own purpose
 */
public record MemberValue(MemberField field, @Nullable String name) {
  static final MemberValue KEY = of(MemberField.CUSTOMER_KEY);

  /** The value of a field that has no name. */
  public static MemberValue of(MemberField field) {
    return new MemberValue(field, null);
  }
}
