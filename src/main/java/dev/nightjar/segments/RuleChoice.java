package dev.nightjar.segments;

import static dev.nightjar.db.segments.Tables.RULES;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import dev.nightjar.facts.CustomerFacts;
import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The choice of a rule by a customer's facts: of the rules with conditions that are tried in the
 * customer's cell, the first that holds. One expression for all customers of a query.
 *
 * @param rules in the order in which they are tried; empty if the map has no conditions
 */
record RuleChoice(List<ConditionalRule> rules) {
  /** More than a calendar of customers has. */
  private static final BigDecimal MOST_DAYS = new BigDecimal(1_000_000);

  /** The rules of a night. */
  static RuleChoice of(LocalDate night, DSLContext db) {
    return new RuleChoice(
        db.selectFrom(RULES)
            .where(RULES.NIGHT.eq(night))
            .orderBy(RULES.POSITION)
            .fetch(
                row ->
                    new ConditionalRule(
                        row.getPosition(),
                        row.getSegment(),
                        row.getRule(),
                        Arrays.asList(row.getCells()),
                        JsonMapper.shared()
                            .readValue(row.getConditions().data(), FactConditions.class))));
  }

  /** Replaces the night's rules. */
  void insert(DSLContext tx, LocalDate night) {
    rules.forEach(
        rule ->
            tx.insertInto(RULES)
                .set(RULES.NIGHT, night)
                .set(RULES.POSITION, rule.position())
                .set(RULES.SEGMENT, rule.segment())
                .set(RULES.RULE, rule.text())
                .set(RULES.CELLS, rule.cells().toArray(String[]::new))
                .set(
                    RULES.CONDITIONS,
                    JSONB.valueOf(JsonMapper.shared().writeValueAsString(rule.conditions())))
                .execute());
  }

  /**
   * The position of the first rule that holds; null if none does, or for a customer without scores.
   */
  Field<Integer> position(
      Field<Integer> r, Field<Integer> f, Field<Integer> m, CustomerFacts facts) {
    var code = r.mul(inline(100)).plus(f.mul(inline(10))).plus(m);
    CaseConditionStep<Integer> choice = null;
    for (var rule : rules) {
      var holds = and(rule.conditions().on(facts)).and(code.in(codes(rule)));
      var position = inline(rule.position());
      choice = choice == null ? when(holds, position) : choice.when(holds, position);
    }
    return choice == null ? castNull(SQLDataType.INTEGER) : choice;
  }

  private static List<Param<Integer>> codes(ConditionalRule rule) {
    return rule.cells().stream().map(code -> inline(Integer.valueOf(code))).toList();
  }

  /** The segment of a position. */
  Field<String> segment(Field<Integer> position, Field<String> otherwise) {
    CaseConditionStep<String> segment = null;
    for (var rule : rules) {
      var isChosen = position.eq(inline(rule.position()));
      var name = inline(rule.segment());
      segment = segment == null ? when(isChosen, name) : segment.when(isChosen, name);
    }
    return segment == null ? otherwise : segment.otherwise(otherwise);
  }

  /** The attributes that the rules look at. */
  TreeSet<String> attributes() {
    var names = new TreeSet<String>();
    rules.forEach(rule -> names.addAll(rule.conditions().attributes().keySet()));
    return names;
  }

  /**
   * Whether a customer with the same orders is on the other side of a threshold than in an earlier
   * night, because of the days in between.
   *
   * @param daysSinceOrder as of the night, like the next
   * @param days from the earlier night to the night
   */
  Condition passes(Field<Integer> daysSinceOrder, Field<Integer> daysSinceFirstOrder, long days) {
    return passes(daysSinceOrder, days, FactConditions::daysSinceOrder)
        .or(passes(daysSinceFirstOrder, days, FactConditions::daysSinceFirstOrder));
  }

  private Condition passes(
      Field<Integer> fact, long days, Function<FactConditions, Range> condition) {
    Condition passed = falseCondition();
    var firstDays = new TreeSet<Integer>();
    for (var rule : rules) {
      var range = condition.apply(rule.conditions());
      if (range.atLeast() != null) {
        firstDays.add(days(range.atLeast().setScale(0, RoundingMode.CEILING)));
      }
      if (range.atMost() != null) {
        firstDays.add(days(range.atMost().setScale(0, RoundingMode.FLOOR)) + 1);
      }
    }
    for (int first : firstDays) {
      passed = passed.or(fact.between(inline(first), inline(first + (int) days - 1)));
    }
    return passed;
  }

  private static int days(BigDecimal days) {
    return days.max(MOST_DAYS.negate()).min(MOST_DAYS).intValue();
  }
}
