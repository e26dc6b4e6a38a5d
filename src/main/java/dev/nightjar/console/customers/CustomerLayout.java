package dev.nightjar.console.customers;

import dev.nightjar.drawings.Bins;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.Counted;
import dev.nightjar.report.Content;
import dev.nightjar.report.Table;
import dev.nightjar.report.Words;
import dev.nightjar.views.Cause;
import dev.nightjar.views.CustomerAgreement;
import dev.nightjar.views.CustomerExports;
import dev.nightjar.views.CustomerPosition;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.Explanation.Standing;
import dev.nightjar.views.ScoreBin;
import dev.nightjar.views.ScoreScales;
import dev.nightjar.views.ScoreScales.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer, part by part.
 *
 * @param figures how numbers are written
 * @param currency code of the currency of all values
 */
record CustomerLayout(Figures figures, String currency) {
  private static final String NOTHING = "–";

  void addExplanation(Content page, Explanation explained, DSLContext db) {
    page.add(facts(explained));
    var scales = ScoreScales.of(explained.night(), explained.bins(), db).scales();
    if (!scales.isEmpty()) {
      page.heading("Recency, frequency and monetary value");
      page.picture(picture(scales, explained)).add(scores(explained));
    }
    page.heading("Audiences").add(audiences(explained));
    page.heading("Moves").add(moves(explained));
  }

  private Element facts(Explanation explained) {
    var list = Element.of("dl").with("class", "facts");
    fact(
        list,
        "Segment",
        "%s, since %s (%s)"
            .formatted(
                explained.segment(),
                figures.date(explained.changedOn()),
                Counted.of(explained.daysInSegment(), "day")));
    fact(list, "Why", Cause.meaning(explained.cause()));
    fact(
        list,
        "Rule",
        explained.rule() == null
            ? "no scores: "
                + (explained.standing() == null ? "not known any more" : explained.standing())
            : "%s, of the map %s".formatted(explained.rule(), explained.map()));
    explained.attributes().forEach((name, value) -> fact(list, name, value));
    fact(
        list,
        "Cluster",
        CustomerPosition.label(explained.cluster(), explained.clusterName())
            + (explained.tier() == null ? "" : "; tier " + explained.tier()));
    addOrders(list, explained);
    if (explained.forecast() != null) {
      fact(list, "Forecast", forecast(explained.forecast()));
    }
    return list;
  }

  private void addOrders(Element list, Explanation explained) {
    if (explained.ordersCount() != null && explained.netValue() != null) {
      fact(
          list,
          "Orders",
          "%s in the window, worth %s %s less returns"
              .formatted(
                  figures.count(explained.ordersCount()), money(explained.netValue()), currency));
    }
    if (explained.firstOrderedOn() != null && explained.lastOrderedOn() != null) {
      fact(list, "First order", figures.date(explained.firstOrderedOn()));
      fact(list, "Last order", figures.date(explained.lastOrderedOn()));
    }
  }

  private static void fact(Element list, String name, String value) {
    list.add(Element.of("div").add(Element.of("dt", name), Element.of("dd", value)));
  }

  private String forecast(Explanation.Forecast forecast) {
    return "%s likely to buy again; %s in 90 days, %s in 365 days"
        .formatted(
            figures.percent(forecast.probabilityAlive().doubleValue()),
            expected(forecast.orders90(), forecast.value90()),
            expected(forecast.orders365(), forecast.value365()));
  }

  private String expected(BigDecimal orders, @Nullable BigDecimal value) {
    var expected = figures.decimal(orders.doubleValue(), 2) + " orders";
    return value == null ? expected : expected + " worth %s %s".formatted(money(value), currency);
  }

  private String money(BigDecimal value) {
    return figures.decimal(value.doubleValue(), 2);
  }

  private Bins picture(List<Scale> scales, Explanation explained) {
    var rows = new ArrayList<Bins.Row>();
    for (var each : scales) {
      var customer = each.customer();
      int worst =
          each.scores().stream()
              .mapToInt(score -> Math.abs(score - customer.best()))
              .max()
              .orElse(0);
      rows.add(
          new Bins.Row(
              metric(customer.metric(), explained),
              each.scores().stream().map(String::valueOf).toList(),
              each.scores().stream()
                  .map(
                      score ->
                          worst == 0 ? 1 : 1 - Math.abs(score - customer.best()) / (double) worst)
                  .toList(),
              each.cuts().stream().map(this::cut).toList(),
              each.bin(),
              each.share(),
              "%s, score %d".formatted(cut(customer.value()), customer.score())));
    }
    return new Bins(
        "Scores and their cut points on " + figures.date(explained.night()),
        "Each box is a score, with the cut points between scores below. A stronger colour is better."
            + " The marker is this customer.",
        rows);
  }

  private String cut(double value) {
    return figures.decimal(value, value == Math.rint(value) ? 0 : 2);
  }

  private static String metric(String metric, Explanation explained) {
    return switch (metric) {
      case "recency" -> "Recency, days since the last order";
      case "frequency" -> "Frequency, " + explained.frequencyCounts();
      default ->
          "sum".equals(explained.monetaryValue())
              ? "Monetary, value less returns"
              : "Monetary, value of a mean order";
    };
  }

  private static Element scores(Explanation explained) {
    var table = new Table("Scores", 1, "Metric", "Value", "Between", "Score", "Best score");
    for (var each : explained.bins()) {
      table.row(
          metric(each.metric(), explained),
          ScoreBin.text(each.value()),
          each.borders(),
          String.valueOf(each.score()),
          String.valueOf(each.best()));
    }
    return table.element();
  }

  private static Element audiences(Explanation explained) {
    var table = new Table("Audiences of the night", 3, "Audience", "In it", "Why");
    for (var each : explained.audiences()) {
      table.row(
          each.audience(), each.isMember() && each.exclusion() == null ? "yes" : "no", why(each));
    }
    return table.element();
  }

  private static String why(Standing audience) {
    if (!audience.isMember()) {
      return audience.description().isEmpty()
          ? "not selected"
          : "not selected: " + audience.description();
    }
    if (audience.exclusion() != null) {
      return "left out: " + Words.heading(audience.exclusion());
    }
    return audience.notSentTo().isEmpty()
        ? "selected"
        : "selected, but not sent to "
            + String.join(
                ", ",
                audience.notSentTo().entrySet().stream()
                    .map(each -> each.getKey() + " (" + Words.heading(each.getValue()) + ")")
                    .toList());
  }

  private Element moves(Explanation explained) {
    var table = new Table("The newest moves between segments", 4, "Night", "From", "To", "Why");
    for (var each : explained.changes()) {
      table.row(
          figures.date(each.night()),
          each.from() == null ? NOTHING : each.from(),
          each.to(),
          Cause.meaning(each.cause()));
    }
    return table.element();
  }

  void addAgreement(Content page, CustomerAgreement agreement) {
    page.heading("Consent and refusals");
    var lines = new ArrayList<String>();
    if (agreement.isErased()) {
      lines.add("Erased, or shares an address or number with somebody who was: never exported.");
    }
    if (agreement.isOptedOut()) {
      lines.add("Refused all marketing.");
    }
    lines.add(
        agreement.hasConsent() == null
            ? "Gave no general answer on marketing."
            : agreement.hasConsent()
                ? "Agreed to marketing, if not said otherwise below."
                : "Did not agree to marketing, if not said otherwise below.");
    agreement
        .consents()
        .forEach(
            (purpose, agreed) ->
                lines.add((agreed ? "Agreed to " : "Did not agree to ") + purpose + "."));
    agreement.refusals().stream()
        .filter(each -> !each.kind().equals("all"))
        .map(
            each ->
                "Refused the %s %s."
                    .formatted(
                        each.kind(), each.name().equals("*") ? "of every kind" : each.name()))
        .forEach(lines::add);
    page.list(lines);
    page.note(
        "A refusal counts for everybody with the same address or number. The newest night decides.");
  }

  void addExports(Content page, CustomerExports exports) {
    page.heading("Sent to destinations");
    if (exports.exports().isEmpty()) {
      page.text("No destination has this customer.");
      return;
    }
    var table =
        new Table("What destinations have", 4, "Destination", "Audience", "Sent", "Removed");
    for (var each : exports.exports()) {
      table.row(
          each.destination(),
          each.audience(),
          figures.date(each.sentOn()),
          each.removedOn() == null ? NOTHING : figures.date(each.removedOn()));
    }
    page.add(table.element());
  }
}
