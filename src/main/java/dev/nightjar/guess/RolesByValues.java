package dev.nightjar.guess;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of an unknown file are, by their names and values. */
final class RolesByValues {
  private static final double MOSTLY = 0.9;
  private static final int MOST_STATUSES = 30;

  private final Sample sample;
  private final Roles roles = new Roles();

  private RolesByValues(Sample sample) {
    this.sample = sample;
  }

  static Roles of(Sample sample) {
    var byValues = new RolesByValues(sample);
    byValues.find();
    return byValues.roles;
  }

  private void find() {
    set("order", named("order").filter(this::isId).findFirst().or(this::idOfRows).orElse(null));
    set("customer", customer());
    findMoment();
    set("product", named("product").findFirst().orElse(null));
    new AmountRoles(sample, roles).find();
    if (isOfCustomers()) {
      roles.feed = "customers";
      keep(List.of("customer", "updated-at"));
      List.of("first-name", "last-name", "email", "phone", "country", "city", "state", "zip")
          .forEach(field -> set(field, named(field).findFirst().orElse(null)));
      List.of("birth-date", "updated-at")
          .forEach(field -> set(field, named(field).findFirst().orElse(null)));
    } else if (isOfPeople()) {
      findPeople();
    } else {
      set("currency", named("currency").filter(this::isOfCodes).findFirst().orElse(null));
      set("status", named("status").filter(this::isStatus).findFirst().orElse(null));
      set("country", named("country").findFirst().orElse(null));
    }
  }

  /** Refusals only by name: a list of any other people would refuse marketing to them all. */
  private void findPeople() {
    boolean isOfOrders = named("order").findAny().isPresent();
    boolean isRefusal =
        Stream.concat(Stream.of(sample.fileName()), sample.columns().stream())
            .anyMatch(Answers::isRefusal);
    keep(List.of());
    List.of("email", "phone").forEach(f -> set(f, named(f).findFirst().orElse(null)));
    if (isRefusal && !isOfOrders && !Answers.areIn(sample)) {
      roles.feed = "suppressions";
    } else {
      roles.feed = "?";
      roles.asked.put(
          "feed",
          (isOfOrders
                  ? "of orders, no dates that can be read; "
                  : "nothing says what the lines are; ")
              + "customers, suppressions (marketing is refused to everybody in the file), orders or order-lines?");
    }
  }

  private Stream<String> named(String field) {
    return Names.of(field, sample).stream().filter(each -> sample.isCandidate(field, each));
  }

  private void set(String field, @Nullable String column) {
    if (column != null) {
      roles.columns.put(field, List.of(column));
    }
  }

  private void keep(List<String> fields) {
    roles.columns.keySet().retainAll(fields);
    roles.constants.clear();
    roles.oncePerOrder.clear();
    roles.asked.keySet().retainAll(List.of("columns.customer"));
  }

  /** Not a kind of order or a word that most rows share. */
  private boolean isId(String column) {
    return sample.counts(column).size() * 50 > sample.rows().size();
  }

  /** A column called id, where a row can only be an order. */
  private Optional<String> idOfRows() {
    boolean isOfLines =
        Stream.of("product", "quantity", "unit-price")
            .anyMatch(f -> named(f).findAny().isPresent());
    return sample.columns().stream()
        .filter(column -> Names.plain(column).equals("id") && !isOfLines && sample.has(column))
        .filter(column -> sample.counts(column).size() == sample.rows().size())
        .findFirst();
  }

  private @Nullable String customer() {
    var candidates = named("customer").toList();
    if (!candidates.isEmpty()) {
      return Roles.mostFilled(candidates, sample);
    }
    return sample.columns().stream()
        .filter(sample::has)
        .filter(column -> share(column, ".+@.+\\..+") > MOSTLY)
        .findFirst()
        .orElse(null);
  }

  private double share(String column, String pattern) {
    var values = sample.values(column);
    return values.isEmpty()
        ? 0
        : (double) values.stream().filter(each -> each.matches(pattern)).count() / values.size();
  }

  private void findMoment() {
    var dates =
        named("ordered-at")
            .filter(each -> DateStyle.of(sample.values(each)) != null || isEpoch(each))
            .toList();
    if (dates.isEmpty()) {
      dates =
          sample.columns().stream()
              .filter(sample::has)
              .filter(each -> DateStyle.of(sample.values(each)) != null)
              .toList();
      if (dates.size() > 1) {
        roles.asked.put(
            "columns.ordered-at",
            "which is the time of the order: " + String.join(", ", dates) + "?");
        return;
      }
    }
    if (!dates.isEmpty()) {
      var date = dates.get(0);
      var style = DateStyle.of(sample.values(date));
      var time =
          named("time-of-day")
              .filter(
                  each -> share(each, "\\d{1,2}[:.]\\d\\d([:.]\\d\\d)?( ?[AaPp][Mm])?") > MOSTLY)
              .findFirst();
      roles.columns.put(
          "ordered-at",
          style != null && !style.hasTime() && time.isPresent()
              ? List.of(date, time.get())
              : List.of(date));
    }
  }

  private boolean isEpoch(String column) {
    return DateStyle.ofNumbers(sample.values(column)) != null;
  }

  private boolean isOfCodes(String column) {
    return share(column, "[A-Za-z]{3}") > MOSTLY;
  }

  /** A state next to a city is a part of a country. */
  private boolean isStatus(String column) {
    boolean isPlace =
        Names.plain(column).equals("state")
            && (named("city").findAny().isPresent() || named("zip").findAny().isPresent());
    int values = sample.counts(column).size();
    return !isPlace
        && values <= MOST_STATUSES
        && (values < sample.values(column).size() || values == 1)
        && share(column, ".*\\p{L}{2}.*") > MOSTLY;
  }

  private boolean isOfCustomers() {
    return hasNoAmount()
        && roles.columns.containsKey("customer")
        && named("order").findAny().isEmpty()
        && (Answers.areIn(sample)
            || Stream.of("first-name", "last-name", "birth-date", "zip")
                .anyMatch(field -> named(field).findAny().isPresent()));
  }

  private boolean isOfPeople() {
    return hasNoAmount()
        && Stream.of("email", "phone").anyMatch(field -> named(field).findAny().isPresent())
        && !roles.columns.containsKey("ordered-at");
  }

  private boolean hasNoAmount() {
    return Stream.of("total", "unit-price").noneMatch(roles.columns::containsKey);
  }
}
