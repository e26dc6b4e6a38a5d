package dev.nightjar.report;

import dev.nightjar.drawings.Figures;
import dev.nightjar.home.Counted;
import dev.nightjar.views.Segments.Segment;
import java.math.BigDecimal;

/**
 * The report of a night: pictures, and the numbers of each picture in a table below it.
 *
 * @param figures how numbers are written
 */
record Layout(NightFacts facts, Figures figures) {

  byte[] page() {
    return Page.of("Segments of night " + facts.night(), this::fill);
  }

  private void fill(Content page) {
    var segments = new SegmentsLayout(figures, facts.currency());
    page.text(headline());
    if (!facts.warnings().isEmpty()) {
      page.heading("Warnings").list(facts.warnings());
    }
    page.heading("Segments");
    segments.addSegments(page, facts.segments(), false);
    page.heading("Recency and frequency");
    segments.addScores(page, facts.scores());
    page.heading("What changed and why");
    if (facts.moves() == null) {
      page.text("This is the first published night.");
    } else {
      segments.addMoves(page, facts.moves(), MoveLinks.NONE);
    }
    page.heading("Development");
    segments.addDevelopment(page, facts.development());
    page.heading("Audiences and deliveries");
    new AudiencesLayout(facts.audiences(), figures).addTo(page);
  }

  private String headline() {
    var segments = facts.segments().segments();
    long customers = segments.stream().mapToLong(Segment::customers).sum();
    var revenue = segments.stream().map(Segment::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    return "%s in %s. Revenue less returns in the scoring window: %s %s."
        .formatted(
            Counted.of(customers, "customer"),
            Counted.of(segments.size(), "segment"),
            figures.decimal(revenue.doubleValue(), 0),
            facts.currency());
  }
}
