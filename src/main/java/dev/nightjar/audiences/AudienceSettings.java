package dev.nightjar.audiences;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An audience as it is declared.
 *
 * @param description what its members have in common, in one line
 * @param purpose to which its members must have agreed; null for that of each destination, or
 *     marketing where a destination has none
 * @param channel by which it reaches people; from {@code any}, an opt-out of any channel excludes;
 *     null for that of each destination
 * @param priority the higher goes first in its exclusive group
 * @param exclusiveGroup group of audiences; a customer is published only in the one of highest
 *     priority; none for no group
 * @param destinations names of the destinations; empty for the one that deliver.destination names
 * @param holdout customers left out to measure the effect
 * @param frequency when it is delivered
 * @param day of the week on which a weekly one is delivered
 * @param minimum sizes that are too small
 * @param consent which members must have agreed
 * @param identifiers kinds of which each member must have one
 * @param select customers that it selects
 * @param except customers that it leaves out again
 */
record AudienceSettings(
    @DefaultValue("") String description,
    @Nullable String purpose,
    @Nullable String channel,
    @DefaultValue("0") int priority,
    @Nullable String exclusiveGroup,
    @DefaultValue List<String> destinations,
    @DefaultValue @Valid Holdout holdout,
    @DefaultValue("nightly") Frequency frequency,
    @Nullable DayOfWeek day,
    @DefaultValue @Valid Minimum minimum,
    @DefaultValue("always") Consent consent,
    @DefaultValue("customer-key") List<Identifier> identifiers,
    @DefaultValue @Valid Conditions select,
    @DefaultValue @Valid Conditions except) {
  /** The purpose of audiences that name none, at destinations that have none. */
  static final String DEFAULT_PURPOSE = "marketing";

  /** When an audience is delivered. */
  enum Frequency {
    NIGHTLY,
    /** In the nights of one day of the week. */
    WEEKLY,
    /** In nights in which other customers are published than in the night published before. */
    ON_CHANGE;

    /** As the tables and settings spell it. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Which members must have agreed. */
  enum Consent {
    ALWAYS,
    /** Customers known only by their key need no consent. */
    FOR_CONTACTS
  }

  /** What a destination can recognise a customer by. */
  enum Identifier {
    CUSTOMER_KEY,
    EMAIL,
    PHONE;

    /** As settings spell it. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Sizes that reveal too much about individuals.
   *
   * @param warnBelow fewer published members are worth a warning
   * @param blockBelow fewer published members are not delivered
   */
  record Minimum(
      @Min(0) @DefaultValue("0") long warnBelow, @Min(0) @DefaultValue("0") long blockBelow) {}

  /** The audience of one segment, where none is declared. */
  static AudienceSettings ofSegment(String segment, String description) {
    return new AudienceSettings(
        description,
        null,
        null,
        0,
        null,
        List.of(),
        new Holdout(BigDecimal.ZERO, null, null),
        Frequency.NIGHTLY,
        null,
        new Minimum(0, 0),
        Consent.FOR_CONTACTS,
        List.of(Identifier.CUSTOMER_KEY),
        Conditions.ofSegments(List.of(segment)),
        Conditions.NONE);
  }

  /** What is wrong between the values, one line each. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (select.isEmpty()) {
      problems.add("select: has no condition; for everybody write select: {orders: {at-least: 0}}");
    }
    select.problems().forEach(each -> problems.add("select." + each));
    except.problems().forEach(each -> problems.add("except." + each));
    if (frequency == Frequency.WEEKLY && day == null) {
      problems.add("day: is missing; a weekly audience needs one, such as day: monday");
    }
    if (frequency != Frequency.WEEKLY && day != null) {
      problems.add("day: is for weekly audiences only, and this one is " + frequency.key());
    }
    if (identifiers.isEmpty()) {
      problems.add("identifiers: is empty, so that nobody could be published");
    }
    if (minimum.warnBelow() < minimum.blockBelow() && minimum.warnBelow() > 0) {
      problems.add("minimum.warn-below: is under block-below, and would never warn");
    }
    if (purpose != null && purpose.isBlank()) {
      problems.add("purpose: must not be blank; leave it out for that of each destination");
    }
    if (channel != null
        && (!channel.equals(channel.strip().toLowerCase(Locale.ROOT)) || channel.isEmpty())) {
      problems.add("channel: must be lower-case letters");
    }
    return problems;
  }
}
