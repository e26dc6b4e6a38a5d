package dev.nightjar.views;

import static dev.nightjar.db.operations.Tables.GATE_APPROVALS;
import static dev.nightjar.db.operations.Tables.GATE_RESULTS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * What the checks and gates of a night found. JSON is the list.
 *
 * @param results one entry per check and per result of a gate, by kind and name
 */
public record GateResults(@JsonValue List<Result> results) {
  private static final String PASSED = "passed";
  private static final String WARNED = "warned";
  private static final String NOT_JUDGED = "not-judged";

  /**
   * A result.
   *
   * @param kind check or gate
   * @param subject the source, segment or audience; empty if it is the whole night
   * @param value what was measured; null if nothing could be
   * @param verdict passed, warned, stopped, approved or not-judged
   * @param finding one line
   * @param approvedBy who let it pass; null if nobody had to
   * @param reason why it was let pass
   */
  public record Result(
      String kind,
      String gate,
      String subject,
      @Nullable BigDecimal value,
      String verdict,
      String finding,
      @Nullable String approvedBy,
      @Nullable String reason,
      @Nullable OffsetDateTime approvedAt) {

    /** Whether there was enough to judge by. */
    @JsonIgnore
    public boolean isJudged() {
      return !verdict.equals(NOT_JUDGED);
    }

    /** Whether the night was published although something is out of the ordinary. */
    @JsonIgnore
    public boolean isWarning() {
      return verdict.equals(WARNED);
    }

    /** Whether there is nothing to say about it. */
    @JsonIgnore
    public boolean isPassed() {
      return verdict.equals(PASSED);
    }
  }

  /** The results of a night, with the last approval of each. */
  public static GateResults of(LocalDate night, DSLContext db) {
    var last =
        lateral(
                select(
                        GATE_APPROVALS.APPROVED_BY,
                        GATE_APPROVALS.REASON,
                        GATE_APPROVALS.APPROVED_AT)
                    .from(GATE_APPROVALS)
                    .where(GATE_APPROVALS.NIGHT.eq(GATE_RESULTS.NIGHT))
                    .and(GATE_APPROVALS.GATE.eq(GATE_RESULTS.GATE))
                    .and(GATE_APPROVALS.SUBJECT.eq(GATE_RESULTS.SUBJECT))
                    .and(GATE_APPROVALS.VALUE.isNotDistinctFrom(GATE_RESULTS.VALUE))
                    .orderBy(GATE_APPROVALS.APPROVAL_ID.desc())
                    .limit(1))
            .as("last");
    return new GateResults(
        db.select(
                GATE_RESULTS.KIND,
                GATE_RESULTS.GATE,
                GATE_RESULTS.SUBJECT,
                GATE_RESULTS.VALUE,
                GATE_RESULTS.VERDICT,
                GATE_RESULTS.FINDING,
                last.field(GATE_APPROVALS.APPROVED_BY),
                last.field(GATE_APPROVALS.REASON),
                last.field(GATE_APPROVALS.APPROVED_AT))
            .from(GATE_RESULTS)
            .leftJoin(last)
            .on(inline(true))
            .where(GATE_RESULTS.NIGHT.eq(night))
            .orderBy(GATE_RESULTS.KIND, GATE_RESULTS.GATE, GATE_RESULTS.SUBJECT)
            .fetch(Records.mapping(Result::new)));
  }
}
