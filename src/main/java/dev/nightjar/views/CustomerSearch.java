package dev.nightjar.views;

import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.identity.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The customers that are meant by a key, an e-mail address or a phone number. PII.
 *
 * @param customers keys, in order
 * @param hasMore whether there are more
 */
public record CustomerSearch(List<String> customers, boolean hasMore) {
  private static final int MOST = 20;

  /**
   * Finds customers with a key, or who ever had an e-mail address or phone number, in any spelling.
   *
   * @param text one of them, as somebody typed it
   */
  public static CustomerSearch of(String text, DSLContext db) {
    var typed = text.strip();
    var keys =
        db.select(IDENTITIES.CUSTOMER_KEY)
            .from(IDENTITIES)
            .where(isMeant(typed))
            .unionAll(
                select(MEMBERSHIPS.CUSTOMER_KEY)
                    .from(MEMBERSHIPS)
                    .where(MEMBERSHIPS.CUSTOMER_KEY.eq(typed)))
            .limit(MOST + 1)
            .fetchSet(0, String.class);
    var sorted = List.copyOf(new TreeSet<>(keys));
    return new CustomerSearch(
        sorted.subList(0, Math.min(MOST, sorted.size())), sorted.size() > MOST);
  }

  private static Condition isMeant(String text) {
    var all = new ArrayList<Condition>();
    all.add(IDENTITIES.IDENTITY.eq(Identities.ofKey(val(text))));
    var contacts =
        text.indexOf('@') >= 0 ? Identities.ofEmail(text) : Identities.of(null, text, null);
    for (var each : Identities.matching(contacts)) {
      boolean isNational = each.startsWith(Identities.NATIONAL);
      var value =
          isNational ? Identities.NUMBER + each.substring(Identities.NATIONAL.length()) : each;
      var isSame = IDENTITIES.IDENTITY.eq(value);
      all.add(
          each.startsWith(Identities.NUMBER) || isNational
              ? isSame.and(IDENTITIES.IS_NATIONAL.eq(isNational))
              : isSame);
    }
    return or(all);
  }
}
