package dev.nightjar.identity;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.regexpReplaceAll;
import static org.jooq.impl.DSL.trim;

import java.util.Locale;
import org.jooq.Field;

/** The kinds of identifiers of a person, each with its canonical form for comparison. */
public enum Identifier {
  /** The customer key, unchanged. */
  CUSTOMER {
    @Override
    public Field<String> canonical(Field<String> asArrived) {
      return asArrived;
    }
  },
  /** An e-mail address, trimmed and in small letters. */
  EMAIL {
    @Override
    public Field<String> canonical(Field<String> asArrived) {
      return lower(trim(asArrived));
    }
  },
  /** The digits of a phone number; null for none. */
  PHONE {
    @Override
    public Field<String> canonical(Field<String> asArrived) {
      return nullif(regexpReplaceAll(asArrived, inline("\\D"), inline("")), inline(""));
    }
  };

  /** The canonical form, for comparison. */
  public abstract Field<String> canonical(Field<String> asArrived);

  /** The name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
