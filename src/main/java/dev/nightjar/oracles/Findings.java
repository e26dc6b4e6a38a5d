package dev.nightjar.oracles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * The comparison of a result with the tables. Holds only counts, as values can be personal.
 *
 * @param tallies by what was compared
 */
public record Findings(Map<String, Tally> tallies) {

  static Findings of(DSLContext db, List<Claim> claims) {
    var tallies = new LinkedHashMap<String, Tally>();
    claims.forEach(claim -> tallies.put(claim.what(), claim.compare(db)));
    return new Findings(tallies);
  }

  public long checked() {
    return tallies.values().stream().mapToLong(Tally::checked).sum();
  }

  public long differing() {
    return tallies.values().stream().mapToLong(Tally::differing).sum();
  }

  public boolean isReproduced() {
    return differing() == 0;
  }

  /** The differences, such as {@code recency 3 of 995}; empty if there are none. */
  public String differences() {
    return tallies.entrySet().stream()
        .filter(each -> each.getValue().differing() > 0)
        .map(
            each ->
                "%s %,d of %,d"
                    .formatted(
                        each.getKey(), each.getValue().differing(), each.getValue().checked()))
        .collect(Collectors.joining(", "));
  }
}
