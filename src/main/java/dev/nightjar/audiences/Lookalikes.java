package dev.nightjar.audiences;

import static dev.nightjar.audiences.PeopleTable.PERSON;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Customers outside a set who are nearest to it, in the features that clusters are made of.
 *
 * @param of the set
 * @param count how many; fewer where there are fewer outside
 */
record Lookalikes(@DefaultValue Model of, @Min(0) @DefaultValue("0") int count) {
  /** Temporary: one row per customer found for each set of which lookalikes are wanted. */
  static final Table<Record> LOOKALIKES = table(name("lookalikes"));

  static final Field<String> ASKED = field(name("lookalikes", "asked"), String.class);
  static final Field<String> KEY = field(name("lookalikes", "customer_key"), String.class);
  static final Lookalikes NONE = new Lookalikes(new Model(List.of(), List.of(), List.of()), 0);

  /**
   * A set of customers: each list must match, by one of its values.
   *
   * @param segments names of segments
   * @param clusters numbers or names of clusters
   * @param tiers names of clusters' tiers
   */
  record Model(
      @DefaultValue List<String> segments,
      @DefaultValue List<String> clusters,
      @DefaultValue List<String> tiers) {

    private boolean isEmpty() {
      return segments.isEmpty() && clusters.isEmpty() && tiers.isEmpty();
    }

    /** Whether a row of the table {@link PeopleTable} is of the set. */
    Condition hold() {
      var all = new ArrayList<Condition>();
      PERSON.addAt(all, segments, clusters, tiers);
      return DSL.and(all);
    }
  }

  boolean isAsked() {
    return count > 0 && !of.isEmpty();
  }

  /** What is wrong between the values, one line each. */
  List<String> problems() {
    if (of.isEmpty() && count > 0) {
      return List.of("of: is empty; give it segments, clusters or tiers");
    }
    if (!of.isEmpty() && count == 0) {
      return List.of("count: is missing; say how many, such as count: 1000");
    }
    return List.of();
  }

  void addTo(List<Condition> all) {
    if (isAsked()) {
      all.add(PERSON.key().in(found()));
    }
  }

  /** The keys of the customers found, from the table that {@code LookalikesQueries} fills. */
  private Select<Record1<String>> found() {
    return select(KEY).from(LOOKALIKES).where(ASKED.eq(inline(toString())));
  }
}
