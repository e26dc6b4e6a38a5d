package dev.nightjar.audiences;

import static dev.nightjar.audiences.Lookalikes.ASKED;
import static dev.nightjar.audiences.Lookalikes.KEY;
import static dev.nightjar.audiences.Lookalikes.LOOKALIKES;
import static dev.nightjar.audiences.PeopleTable.PEOPLE;
import static dev.nightjar.audiences.PeopleTable.PERSON;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.ports.NearestCustomers;
import dev.nightjar.ports.NearestCustomers.Lookalike;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The temporary table {@code lookalikes}, one row per customer found for each set that audiences
 * ask lookalikes of. They are not stored: they can be found again for any night.
 */
final class LookalikesQueries {
  private LookalikesQueries() {}

  /** Finds them all, once the people of the night are gathered. */
  static void gather(
      DSLContext tx, LocalDate night, List<Audience> audiences, NearestCustomers nearest) {
    tx.execute(
        "create temporary table {0} (asked text not null, customer_key text not null) on commit drop",
        LOOKALIKES);
    audiences.stream()
        .flatMap(each -> Stream.of(each.settings().select(), each.settings().except()))
        .map(Conditions::lookalikes)
        .filter(Lookalikes::isAsked)
        .distinct()
        .forEach(asked -> insert(tx, asked, find(tx, night, asked, nearest)));
    tx.execute("analyze {0}", LOOKALIKES);
  }

  private static String[] find(
      DSLContext tx, LocalDate night, Lookalikes asked, NearestCustomers nearest) {
    var members = tx.select(PERSON.key()).from(PEOPLE).where(asked.of().hold());
    return nearest
        .lookalikes(tx, night, members.fetchSet(PERSON.key()), asked.count())
        .nearest()
        .stream()
        .map(Lookalike::customerKey)
        .toArray(String[]::new);
  }

  private static void insert(DSLContext tx, Lookalikes asked, String[] keys) {
    tx.insertInto(LOOKALIKES, ASKED, KEY)
        .select(select(inline(asked.toString()), field("unnest({0})", String.class, val(keys))))
        .execute();
  }
}
