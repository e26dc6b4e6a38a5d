package dev.nightjar.operations;

import dev.nightjar.home.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The measures of files: one reading for each source of a kind. */
final class FeedMeasures {
  private static final Set<String> ORDERS = Set.of("order-lines", "orders");
  private static final String SAME_WEEKDAYS = "same weekdays";

  private final FeedQueries queries;
  private final LocalDate night;
  private final Map<String, String> feeds;

  /**
   * @param feeds the kind of feed of each source in the settings, by its name
   */
  FeedMeasures(DSLContext db, LocalDate night, Map<String, String> feeds) {
    this.queries = new FeedQueries(db, night);
    this.night = night;
    this.feeds = feeds;
  }

  private interface Question {
    Map<LocalDate, FeedQueries.Amount> amounts(String source, List<LocalDate> nights);
  }

  private interface Wording {
    String of(FeedQueries.Amount amount);
  }

  List<Reading> rows(GateSettings gate) {
    return sameWeekdays(gate, queries::lines, amount -> Counted.of(amount.rows(), "line", "lines"));
  }

  List<Reading> revenue(GateSettings gate) {
    return sameWeekdays(
        gate, queries::revenue, amount -> "revenue " + Reading.rounded(amount.value()));
  }

  private List<Reading> sameWeekdays(GateSettings gate, Question question, Wording wording) {
    var readings = new ArrayList<Reading>();
    var before = queries.sameWeekdays(gate.history());
    for (var source : sources(gate, ORDERS)) {
      var nights = new ArrayList<>(before);
      nights.add(night);
      var amounts = question.amounts(source, nights);
      var tonight = amounts.getOrDefault(night, FeedQueries.Amount.NONE);
      var earlier =
          before.stream().map(each -> amounts.getOrDefault(each, FeedQueries.Amount.NONE)).toList();
      readings.add(
          Reading.compared(
              source,
              wording.of(tonight),
              tonight.value(),
              earlier.stream().map(FeedQueries.Amount::value).toList(),
              earlier.stream().map(FeedQueries.Amount::rows).toList(),
              SAME_WEEKDAYS,
              gate));
    }
    return readings;
  }

  List<Reading> rejectShare(GateSettings gate) {
    return sources(gate, feeds.values()).stream()
        .map(source -> rejectShare(source, queries.lines(source), gate.from()))
        .toList();
  }

  private static Reading rejectShare(String source, FeedQueries.Lines lines, long from) {
    var finding =
        "%,d of %s rejected".formatted(lines.rejected(), Counted.of(lines.read(), "line"));
    return lines.read() < Math.max(from, 1)
        ? Reading.tooFew(source, finding, from)
        : Reading.of(source, Reading.share(lines.rejected(), lines.read()), finding);
  }

  List<Reading> freshness(GateSettings gate) {
    return sources(gate, ORDERS).stream().map(source -> freshness(source, gate.from())).toList();
  }

  /** A handful of orders, such as those of a first try, says nothing about a feed. */
  private Reading freshness(String source, long from) {
    long lines = queries.loadedLines(source);
    return lines < from
        ? Reading.tooFew(source, Counted.of(lines, "line") + " so far", from)
        : age(source, queries.latestOrder(source), "latest order", "no order yet");
  }

  List<Reading> suppressionAge(GateSettings gate) {
    return sources(gate, Set.of("suppressions")).stream()
        .map(source -> age(source, queries.latestFile(source), "last file", "no file yet"))
        .toList();
  }

  private Reading age(String source, @Nullable LocalDate day, String what, String none) {
    if (day == null) {
      return Reading.none(source, none);
    }
    long days = ChronoUnit.DAYS.between(day, night);
    return Reading.of(
        source,
        BigDecimal.valueOf(days),
        "%s of %s, %s before the night".formatted(what, day, Reading.days(days)));
  }

  private List<String> sources(GateSettings gate, java.util.Collection<String> kinds) {
    return feeds.keySet().stream()
        .filter(source -> kinds.contains(feeds.get(source)))
        .filter(gate::isOf)
        .sorted()
        .toList();
  }
}
