package dev.nightjar.ports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Finds customers that are similar to others, in the features that clusters use. */
public interface NearestCustomers {

  /**
   * Finds the customers outside a set that are nearest to any member of it.
   *
   * @param tx a transaction, possibly one that has just changed the night
   * @param night a night with stored metrics
   * @param members customer keys of the set
   * @param count number of customers to find, at least 1
   */
  Lookalikes lookalikes(DSLContext tx, LocalDate night, Set<String> members, int count);

  /**
   * The result of a search.
   *
   * @param members number of members with features in the night; the search ignores the others
   * @param others number of customers outside the set with features
   * @param nearest nearest first, ties by key in collation "C"; empty if no member has features
   */
  record Lookalikes(int members, int others, List<Lookalike> nearest) {}

  /**
   * A customer outside the set.
   *
   * @param distance Euclidean distance to the nearest member, in scaled features
   */
  record Lookalike(String customerKey, double distance) {}
}
