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
  BUSINESS_DATE;

  private final Kind kind;

  /** What the values are. */
  enum Kind {
    TEXT,
    WHOLE,
    MONEY
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

  /** Whether it changes every night, even if the customer does nothing. */
  boolean isOfTheNight() {
    return this == RECENCY_DAYS || this == BUSINESS_DATE;
  }

  /** As it is written in a profile: {@code first-name}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
