package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.ingest.Tables.FILES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.audiences.AudiencesSettings.Suppressions;
import dev.nightjar.db.ingest.tables.Files;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Visible;
import dev.nightjar.pipeline.Night;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Checks the suppression feeds: while one is in doubt, nothing is published. */
final class SuppressionFeed {
  private static final Files SAME = FILES.as("same_content");

  private final DSLContext db;
  private final Suppressions limits;

  SuppressionFeed(DSLContext db, Suppressions limits) {
    this.db = db;
    this.limits = limits;
  }

  /**
   * The files of a source for a night.
   *
   * @param lines of its files; a repeated file counts with the lines of its first copy
   */
  private record Delivery(LocalDate night, BigDecimal lines) {}

  /**
   * Requires that each feed came recently enough, could be read, and is not much smaller than
   * before.
   *
   * @throws Failure {@link FailureCode#SUPPRESSIONS_IN_DOUBT}
   */
  void require(Night night, List<String> sources) {
    var doubts = new ArrayList<String>();
    for (var source : sources) {
      var doubt = doubt(night, source);
      if (doubt != null) {
        doubts.add("  " + source + ": " + doubt);
      }
    }
    if (!doubts.isEmpty()) {
      throw new Failure(
          FailureCode.SUPPRESSIONS_IN_DOUBT,
          """
          Nothing is published without the latest suppressions; what was published stays live.
          %s
          Put the right files into the inbox.
          Next: nightjar run --date %s --again (or, to let it pass: nightjar resume --date %s --set audiences.suppressions.max-age=P9999D --set audiences.suppressions.max-shrink=1)\
          """
              .formatted(String.join("\n", doubts), night.date(), night.date()));
    }
  }

  /** The feeds that sent nothing tonight and will be too old tomorrow, with their last night. */
  List<String> ageing(Night night, List<String> sources) {
    var ageing = new ArrayList<String>();
    for (var source : sources) {
      last(source, null)
          .map(Delivery::night)
          .filter(came -> came.isBefore(night.date()))
          .filter(came -> came.plus(limits.maxAge()).isBefore(night.date().plusDays(1)))
          .ifPresent(came -> ageing.add("%s (last file: %s)".formatted(source, came)));
    }
    return ageing;
  }

  private @Nullable String doubt(Night night, String source) {
    var last = last(source, null);
    if (last.isEmpty()) {
      return "no file has ever been loaded";
    }
    var came = last.get();
    if (came.night().plus(limits.maxAge()).isBefore(night.date())) {
      return "the last file came for the night of %s, longer ago than max-age %s"
          .formatted(came.night(), limits.maxAge());
    }
    var unread = unread(source);
    if (unread.isPresent()) {
      return "its newest file, %s, is quarantined: whom it names is not known"
          .formatted(Visible.text(unread.get()));
    }
    var before = last(source, came.night());
    if (before.isPresent()) {
      var least = before.get().lines().multiply(BigDecimal.ONE.subtract(limits.maxShrink()));
      if (came.lines().compareTo(least) < 0) {
        return "%s lines for the night of %s, and %s for the night of %s: fewer by more than max-shrink %s"
            .formatted(
                came.lines(),
                came.night(),
                before.get().lines(),
                before.get().night(),
                limits.maxShrink());
      }
    }
    return null;
  }

  /** The quarantined file that came after every file that was read; empty for none. */
  private Optional<String> unread(String source) {
    var lastRead =
        field(
            select(max(SAME.FILE_ID))
                .from(SAME)
                .where(SAME.SOURCE.eq(source), SAME.VERDICT.in("loaded", "replaced", "duplicate")));
    return db.select(FILES.NAME)
        .from(FILES)
        .where(FILES.SOURCE.eq(source), FILES.VERDICT.eq("quarantined"))
        .and(FILES.FILE_ID.gt(lastRead))
        .orderBy(FILES.FILE_ID.desc())
        .limit(1)
        .fetchOptional(FILES.NAME);
  }

  /**
   * The last delivery of a source.
   *
   * @param before the last accepted one before this night; null for the last of all
   */
  private Optional<Delivery> last(String source, @Nullable LocalDate before) {
    var isWanted =
        before == null
            ? FILES.NIGHT.isNotNull()
            : FILES
                .NIGHT
                .lt(before)
                .and(FILES.NIGHT.le(select(max(AUDIENCES.NIGHT)).from(AUDIENCES)));
    return deliveries(source, isWanted);
  }

  private Optional<Delivery> deliveries(String source, Condition isWanted) {
    var linesBefore =
        field(
            select(max(SAME.LINES_LOADED))
                .from(SAME)
                .where(SAME.SOURCE.eq(FILES.SOURCE), SAME.CONTENT_HASH.eq(FILES.CONTENT_HASH)));
    var lines = sum(coalesce(FILES.LINES_LOADED, linesBefore, inline(0L)));
    return db.select(FILES.NIGHT, lines)
        .from(FILES)
        .where(FILES.SOURCE.eq(source), isWanted)
        .and(FILES.VERDICT.in("loaded", "replaced", "duplicate"))
        .groupBy(FILES.NIGHT)
        .orderBy(FILES.NIGHT.desc())
        .limit(1)
        .fetchOptional(row -> new Delivery(row.value1(), row.value2()));
  }
}
