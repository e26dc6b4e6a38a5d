package dev.nightjar.destinations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be known of a member of an audience. */
public enum MemberField {
  CUSTOMER_KEY,
  EMAIL,
  PHONE,
  FIRST_NAME,
  LAST_NAME,
  COUNTRY,
  CITY,
  STATE,
  ZIP,
  BIRTH_DATE,
  SEGMENT,
  /** Days since the last order. */
  RECENCY_DAYS(Kind.WHOLE),
  ORDERS_COUNT(Kind.WHOLE),
  NET_VALUE(Kind.MONEY),
  BUSINESS_DATE,
  /**
   * The customer's answer to a purpose, that of the audience unless name is given: true or false.
   */
  CONSENT,
  /** The first line of the address, without the city. */
  ADDRESS,
  /** The second line of the address. */
  ADDRESS_2,
  GENDER,
  /** The customer's segment before, if there was another. */
  PREVIOUS_SEGMENT,
  DAYS_IN_SEGMENT(Kind.WHOLE),
  FIRST_ORDER_DATE,
  LAST_ORDER_DATE,
  /** What frequency counts: orders, days, lines or units. */
  FREQUENCY(Kind.MONEY),
  /** What monetary is: a sum or the mean of an order. */
  MONETARY(Kind.MONEY),
  R_SCORE(Kind.WHOLE),
  F_SCORE(Kind.WHOLE),
  M_SCORE(Kind.WHOLE),
  /** The cluster's number. */
  CLUSTER(Kind.WHOLE),
  CLUSTER_NAME,
  TIER,
  /** Another value of the latest order, by its name. */
  ATTRIBUTE;

  private final Kind kind;

  /** What the values are. */
  enum Kind {
    TEXT("string"),
    WHOLE("integer"),
    MONEY("number");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** In a table schema (https://datapackage.org). */
    String type() {
      return type;
    }
  }

  MemberField() {
    this(Kind.TEXT);
  }

  MemberField(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** Whether a value by itself names one person at a destination: a key, an address, a number. */
  boolean isIdentifier() {
    return this == CUSTOMER_KEY || this == EMAIL || this == PHONE;
  }

  /** Whether it narrows a person down together with others of its kind, and never alone. */
  boolean isMatchHelper() {
    return switch (this) {
      case FIRST_NAME, LAST_NAME, COUNTRY, CITY, STATE, ZIP, BIRTH_DATE -> true;
      case ADDRESS, ADDRESS_2, GENDER -> true;
      default -> false;
    };
  }

  /** Whether it changes from night to night, even if the customer does nothing. */
  boolean isVolatile() {
    return switch (this) {
      case RECENCY_DAYS, ORDERS_COUNT, NET_VALUE, FREQUENCY, MONETARY -> true;
      case DAYS_IN_SEGMENT, BUSINESS_DATE -> true;
      default -> false;
    };
  }

  /** As it is written in a profile: {@code first-name}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A value of a member: a field, or one of several that have names.
   *
   * @param name of an attribute, or of the purpose of a consent; null for all others and for the
   *     audience's own purpose
   */
  public record Value(MemberField field, @Nullable String name) {
    static final Value KEY = of(MemberField.CUSTOMER_KEY);

    /** The value of a field that has no name. */
    public static Value of(MemberField field) {
      return new Value(field, null);
    }
  }
}
