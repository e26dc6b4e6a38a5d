package dev.nightjar.ports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Select;
import org.jooq.Table;

/** Why customers are in another segment in a later night, from the data of two nights alone. */
public interface MoveCauses {
  /** Key of a customer that moved. */
  Field<String> CUSTOMER_KEY = field(name("customer_key"), String.class);

  /** The segment in the later night. */
  Field<String> TO = field(name("to_segment"), String.class);

  /** Values of the attributes that the map looks at in the later night; null if at none. */
  Field<JSONB> ATTRIBUTES = field(name("attributes"), JSONB.class);

  /** orders, time, attributes, cut-points, both or settings. */
  Field<String> CAUSE = field(name("cause"), String.class);

  /**
   * One row per customer that moved: key and cause.
   *
   * @param earlier a night with segments
   * @param later a later night with segments
   * @param movers one row per customer that was in another segment in the earlier night: {@link
   *     #CUSTOMER_KEY}, {@link #TO} and {@link #ATTRIBUTES}
   */
  Select<?> between(LocalDate earlier, LocalDate later, Table<?> movers, DSLContext db);
}
