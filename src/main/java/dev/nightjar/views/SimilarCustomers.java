package dev.nightjar.views;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.NearestCustomers;
import dev.nightjar.ports.NearestCustomers.Lookalikes;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The customers outside a set that are most similar to its members.
 *
 * @param of description of the set
 * @param members number of members with features in the night
 * @param membersWithoutFeatures number of other members
 * @param others number of customers outside the set with features
 * @param lookalikes one entry per customer, nearest first
 */
public record SimilarCustomers(
    LocalDate night,
    String of,
    int members,
    int membersWithoutFeatures,
    int others,
    List<Similar> lookalikes) {

  /**
   * A customer outside the set. PII.
   *
   * @param distance Euclidean distance to the nearest member, in scaled features
   * @param segment null if the customer is in none
   * @param cluster null if the customer is not clustered
   * @param clusterName null if the customer is not clustered
   */
  public record Similar(
      String customerKey,
      double distance,
      @Nullable String segment,
      @Nullable Integer cluster,
      @Nullable String clusterName) {

    /** The cluster by number and name. */
    @JsonIgnore
    public String clusterLabel() {
      return CustomerPosition.label(cluster, clusterName);
    }
  }

  /**
   * Finds the customers most similar to the members of a set.
   *
   * @param set a segment, a cluster or a file; see {@link CustomerSet}
   * @param count number of customers to find, at least 1
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if no member has features
   */
  public static SimilarCustomers to(
      String set, int count, LocalDate night, NearestCustomers nearest, DSLContext db) {
    var named = CustomerSet.named(set, night, db);
    var found =
        db.transactionResult(tx -> nearest.lookalikes(tx.dsl(), night, named.keys(), count));
    if (found.members() == 0) {
      throw nobody(named, night);
    }
    return new SimilarCustomers(
        night,
        named.label(),
        found.members(),
        named.keys().size() - found.members(),
        found.others(),
        similar(found, night, db));
  }

  private static List<Similar> similar(Lookalikes found, LocalDate night, DSLContext db) {
    var keys = found.nearest().stream().map(each -> each.customerKey()).toList();
    var places = CustomerPosition.of(keys, night, db);
    return found.nearest().stream()
        .map(
            each -> {
              var place = places.get(each.customerKey());
              return new Similar(
                  each.customerKey(),
                  each.distance(),
                  place == null ? null : place.segment(),
                  place == null ? null : place.cluster(),
                  place == null ? null : place.clusterName());
            })
        .toList();
  }

  private static Failure nobody(CustomerSet set, LocalDate night) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "No customer of %s (%s) is among the clustered customers of night %s (clustering.population).%nNext: nightjar segments --date %s (lists segments), or a file of other keys"
            .formatted(set.label(), Counted.of(set.keys().size(), "customer"), night, night));
  }
}
