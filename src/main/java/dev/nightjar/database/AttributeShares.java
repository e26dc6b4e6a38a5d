package dev.nightjar.database;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;

/** Shares of countries and of named order attributes in groups of customers. */
public final class AttributeShares {
  /** Values that are kept per group and attribute. */
  private static final int MOST_VALUES = 5;

  private static final Field<String> CUSTOMER_KEY = field(name("customer_key"), String.class);
  private static final Field<String> ATTRIBUTE = field(name("attribute"), String.class);
  private static final Field<String> VALUE = field(name("value"), String.class);
  private static final Field<BigDecimal> OF_VALUE = field(name("of_value"), BigDecimal.class);
  private static final Field<BigDecimal> EVERYWHERE = field(name("everywhere"), BigDecimal.class);
  private static final Field<BigDecimal> OF_GROUP = field(name("of_group"), BigDecimal.class);
  private static final Field<BigDecimal> OF_ALL = field(name("of_all"), BigDecimal.class);
  private static final Field<Integer> PLACE = field(name("place"), Integer.class);

  private final Table<?> members;
  private final Field<?> group;
  private final Condition which;

  /**
   * @param members one row per customer and group, with a column customer_key
   * @param group column of the members with the group
   * @param which condition for members to count
   */
  public AttributeShares(Table<?> members, Field<?> group, Condition which) {
    this.members = members;
    this.group = group;
    this.which = which;
  }

  /**
   * One row per group, attribute and one of its most frequent values there: night, group,
   * attribute, value, customers with the value, their share of the group (0 to 1), and the index:
   * 100 times that share, divided by the share among the customers of all groups.
   */
  public Select<?> of(LocalDate night) {
    var counted = counted().asTable("counted");
    var sizes = sizes().asTable("sizes");
    var share = counted.field(OF_VALUE).div(sizes.field(OF_GROUP));
    return select(
            inline(night),
            counted.field(group),
            counted.field(ATTRIBUTE),
            counted.field(VALUE),
            counted.field(OF_VALUE).cast(Long.class),
            share,
            share.mul(sizes.field(OF_ALL)).mul(100).div(counted.field(EVERYWHERE)))
        .from(counted)
        .join(sizes)
        .using(group)
        .where(counted.field(PLACE).le(MOST_VALUES));
  }

  /** One row per group: its number of customers, and that of all groups. */
  private Select<?> sizes() {
    return select(
            group,
            count().cast(BigDecimal.class).as(OF_GROUP),
            sum(count()).over().cast(BigDecimal.class).as(OF_ALL))
        .from(members)
        .where(which)
        .groupBy(group);
  }

  /**
   * One row per group, attribute and value: the customers with it, in the group and in all groups.
   */
  private Select<?> counted() {
    var values = values().asTable("attribute_values");
    var customers = sum(values.field(OF_VALUE));
    return select(
            values.field(group),
            values.field(ATTRIBUTE),
            values.field(VALUE),
            customers.as(OF_VALUE),
            sum(customers)
                .over()
                .partitionBy(values.field(ATTRIBUTE), values.field(VALUE))
                .as(EVERYWHERE),
            rowNumber()
                .over()
                .partitionBy(values.field(group), values.field(ATTRIBUTE))
                .orderBy(customers.desc(), values.field(VALUE).collate("C"))
                .as(PLACE))
        .from(values)
        .groupBy(values.field(group), values.field(ATTRIBUTE), values.field(VALUE));
  }

  /** One row per group, set of attributes, and attribute of the set. */
  private Select<?> values() {
    var alike = alike().asTable("alike");
    var attribute = field(name("each", "attribute"), String.class);
    var value = field(name("each", "value"), String.class);
    return select(alike.field(group), attribute, value, alike.field(OF_VALUE))
        .from(alike)
        .crossJoin(
            lateral(
                table(
                        "(select 'country', {0} union all select * from jsonb_each_text({1} - 'country'))",
                        alike.field(CUSTOMERS.COUNTRY), alike.field(CUSTOMERS.ATTRIBUTES))
                    .as("each", "attribute", "value")))
        .where(value.isNotNull());
  }

  /** One row per group and set of attributes, so that few sets are unnested. */
  private Select<?> alike() {
    return select(group, CUSTOMERS.COUNTRY, CUSTOMERS.ATTRIBUTES)
        .select(count().cast(BigDecimal.class).as(OF_VALUE))
        .from(members)
        .join(CUSTOMERS)
        .on(CUSTOMERS.CUSTOMER_KEY.eq(members.field(CUSTOMER_KEY)))
        .where(which)
        .groupBy(group, CUSTOMERS.COUNTRY, CUSTOMERS.ATTRIBUTES);
  }
}
