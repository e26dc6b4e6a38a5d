package dev.nightjar.destinations;

import java.util.Locale;

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
  RECENCY_DAYS(Kind.WHOLE),
  ORDERS_COUNT(Kind.WHOLE),
  NET_VALUE(Kind.MONEY),
  BUSINESS_DATE,
  /** The customer's answer to the audience's purpose: true or false. */
  CONSENT;

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
      default -> false;
    };
  }

  /** Whether it changes from night to night, even if the customer does nothing. */
  boolean isVolatile() {
    return kind != Kind.TEXT || this == BUSINESS_DATE;
  }

  /** As it is written in a profile: {@code first-name}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
