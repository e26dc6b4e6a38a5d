package dev.nightjar.identity;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.regexpReplaceAll;
import static org.jooq.impl.DSL.trim;

import java.util.Locale;
import org.jooq.Field;

/** What a person is known by, and the form in which two of a kind are compared. */
public enum Identifier {
  /** The key, as it arrives. */
  CUSTOMER {
    @Override
    public Field<String> canonical(Field<String> asArrived) {
      return asArrived;
    }
  },
  /** In small letters, without blanks around. */
  EMAIL {
    @Override
    public Field<String> canonical(Field<String> asArrived) {
      return lower(trim(asArrived));
    }
  },
  /** The digits, of which a phone number has some; null for none. */
  PHONE {
    @Override
    public Field<String> canonical(Field<String> asArrived) {
      return nullif(regexpReplaceAll(asArrived, inline("\\D"), inline("")), inline(""));
    }
  };

  /** The form in which two of a kind are compared. */
  public abstract Field<String> canonical(Field<String> asArrived);

  /** As the tables spell it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
