package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.SharedIdentities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * The customers who have something that is asked for, such as an address.
 *
 * @param count how many they are
 * @param customers keys of theirs, all if they are not too many
 */
record Owners(String asked, long count, List<String> customers) {

  /** Whether it seems to be a placeholder. */
  boolean areTooMany() {
    return count > SharedIdentities.MOST_WHO_SHARE;
  }

  /**
   * Finds the owners of all that is asked for, in one reading of the records.
   *
   * @param identities that stand for something asked for
   * @return without what nobody has
   */
  static List<Owners> find(
      DSLContext db, Collection<String> asked, Function<String, Set<String>> identities) {
    var texts = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    for (var text : asked) {
      for (var identity : identities.apply(text)) {
        texts.add(text);
        wanted.add(identity);
      }
    }
    var askedFor = field(name("wanted", "asked"), String.class);
    var key = field(name("records", "customer_key"), String.class);
    var records =
        select(
                CUSTOMER_RECORDS.CUSTOMER_KEY,
                field("unnest({0})", String.class, CUSTOMER_RECORDS.IDENTITIES).as("identity"))
            .from(CUSTOMER_RECORDS)
            .asTable("records");
    return db.select(
            askedFor,
            countDistinct(key).cast(Long.class),
            field(
                    "({0})[1:{1}]",
                    String[].class, arrayAggDistinct(key), inline(SharedIdentities.MOST_WHO_SHARE))
                .convertFrom(List::of))
        .from(
            table(
                "unnest({0}, {1}) as wanted (asked, identity)",
                val(texts.toArray(String[]::new)), val(wanted.toArray(String[]::new))))
        .join(records)
        .on(
            records
                .field("identity", String.class)
                .eq(field(name("wanted", "identity"), String.class)))
        .groupBy(askedFor)
        .fetch(Records.mapping(Owners::new));
  }
}
