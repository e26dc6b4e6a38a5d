package dev.nightjar.views;

import static dev.nightjar.db.published.Tables.SEGMENT_PROFILE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The sizes of the segments over published nights.
 *
 * @param nights business dates, oldest first
 * @param segments those of the newest map, best first, then those of older maps
 */
public record Development(List<LocalDate> nights, List<Series> segments) {

  /**
   * A segment over the nights.
   *
   * @param customers one entry per night; zero if the night has no such segment
   * @param revenue value less returns in the business currency, one entry per night
   */
  public record Series(String segment, List<Long> customers, List<BigDecimal> revenue) {}

  /**
   * The development up to a night.
   *
   * @param last the last night
   * @param most number of nights, the newest of those that are published
   */
  public static Development upTo(LocalDate last, int most, DSLContext db) {
    var newest =
        selectDistinct(SEGMENT_PROFILE.NIGHT)
            .from(SEGMENT_PROFILE)
            .where(SEGMENT_PROFILE.NIGHT.le(last))
            .orderBy(SEGMENT_PROFILE.NIGHT.desc())
            .limit(most);
    var rows =
        db.select(
                SEGMENT_PROFILE.NIGHT,
                SEGMENT_PROFILE.SEGMENT,
                SEGMENT_PROFILE.CUSTOMERS,
                SEGMENT_PROFILE.REVENUE)
            .from(SEGMENT_PROFILE)
            .where(
                SEGMENT_PROFILE.NIGHT.in(select(newest.field(SEGMENT_PROFILE.NIGHT)).from(newest)))
            .orderBy(SEGMENT_PROFILE.NIGHT.desc(), SEGMENT_PROFILE.POSITION)
            .fetch();
    var nights = rows.stream().map(row -> row.value1()).distinct().sorted().toList();
    var bySegment = new LinkedHashMap<String, HashMap<LocalDate, Record>>();
    rows.forEach(
        row ->
            bySegment
                .computeIfAbsent(row.value2(), name -> new HashMap<>())
                .put(row.value1(), row));
    var segments = new ArrayList<Series>();
    bySegment.forEach(
        (segment, found) -> {
          var customers = new ArrayList<Long>();
          var revenue = new ArrayList<BigDecimal>();
          for (var night : nights) {
            var row = found.get(night);
            customers.add(row == null ? 0L : row.get(SEGMENT_PROFILE.CUSTOMERS));
            revenue.add(row == null ? BigDecimal.ZERO : row.get(SEGMENT_PROFILE.REVENUE));
          }
          segments.add(new Series(segment, List.copyOf(customers), List.copyOf(revenue)));
        });
    return new Development(nights, List.copyOf(segments));
  }
}
