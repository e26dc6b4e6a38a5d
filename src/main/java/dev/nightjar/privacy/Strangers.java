package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.identity.ErasedPeople;
import dev.nightjar.identity.Identities;
import dev.nightjar.ports.PersonalData.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Finds who of a request is nobody that was ever stored or erased: perhaps a typing error. */
final class Strangers {
  private static final Field<String> ASKED = field(name("wanted", "asked"), String.class);
  private static final Field<String> IDENTITY = field(name("wanted", "identity"), String.class);

  private final DSLContext db;
  private final ErasedPeople erased;

  Strangers(DSLContext db, ErasedPeople erased) {
    this.db = db;
    this.erased = erased;
  }

  /** Those of a request whom nothing matches. */
  Named of(Named who) {
    var keys = new TreeSet<>(who.customers());
    var emails = new TreeSet<>(who.emails());
    if (!keys.isEmpty()) {
      keys.removeAll(knownKeys(who.customers()));
    }
    if (!emails.isEmpty()) {
      emails.removeAll(knownEmails(who.emails()));
    }
    return new Named(keys, emails);
  }

  private Set<String> knownKeys(Collection<String> keys) {
    var known = new TreeSet<String>();
    for (var each : PersonalDataColumns.of(db).keys()) {
      known.addAll(
          db.selectDistinct(each.field())
              .from(each.in())
              .where(each.field().in(People.values(keys)))
              .fetchSet(0, String.class));
    }
    var identity = Identities.ofKey(ASKED);
    known.addAll(
        db.select(ASKED)
            .from(table("unnest({0}) as wanted (asked)", val(keys.toArray(String[]::new))))
            .where(
                identity.in(select(IDENTITIES.IDENTITY).from(IDENTITIES)).or(erased.haveKey(ASKED)))
            .fetchSet(ASKED));
    return known;
  }

  private Set<String> knownEmails(Collection<String> emails) {
    var texts = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    for (var email : emails) {
      for (var identity : Identities.ofEmail(email)) {
        texts.add(email);
        wanted.add(identity);
      }
    }
    var refused =
        select(field("unnest({0})", String.class, SUPPRESSIONS.IDENTITIES)).from(SUPPRESSIONS);
    var known =
        db.selectDistinct(ASKED)
            .from(
                table(
                    "unnest({0}, {1}) as wanted (asked, identity)",
                    val(texts.toArray(String[]::new)), val(wanted.toArray(String[]::new))))
            .where(
                IDENTITY
                    .in(select(IDENTITIES.IDENTITY).from(IDENTITIES))
                    .or(IDENTITY.in(refused))
                    .or(erased.isErased(IDENTITY)))
            .fetchSet(ASKED);
    Owners.find(db, List.copyOf(emails), Identities::ofEmail)
        .forEach(each -> known.add(each.asked()));
    return known;
  }
}
