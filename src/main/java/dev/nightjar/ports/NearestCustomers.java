package dev.nightjar.ports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Finds customers who are like others, in the features that clusters are made of. */
public interface NearestCustomers {

  /**
   * The customers outside a set who are nearest to any member of it.
   *
   * @param tx a transaction, in which the night may have just been worked on
   * @param night a night of which the metrics are known
   * @param members keys of the set
   * @param count customers to find, at least 1
   */
  Lookalikes lookalikes(DSLContext tx, LocalDate night, Set<String> members, int count);

  /**
   * Who was found.
   *
   * @param members how many of the set have features in the night; the others were not looked at
   * @param others how many customers outside the set have
   * @param nearest the nearest first, of equally near ones by their keys in collation "C"; none
   *     where no member has features
   */
  record Lookalikes(int members, int others, List<Lookalike> nearest) {}

  /**
   * A customer outside the set.
   *
   * @param distance to the nearest member: Euclidean, in scaled features
   */
  record Lookalike(String customerKey, double distance) {}
}
