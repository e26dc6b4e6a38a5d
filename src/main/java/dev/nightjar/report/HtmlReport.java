package dev.nightjar.report;

import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.ports.NightReport;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Development;
import dev.nightjar.views.Moves;
import dev.nightjar.views.ScoreGrid;
import dev.nightjar.views.Segments;
import java.time.LocalDate;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks the views about a night, and lays the answers out. */
@Component
final class HtmlReport implements NightReport {
  /** Nights of the development. */
  private static final int NIGHTS = 400;

  private final DSLContext db;
  private final BusinessSettings business;

  HtmlReport(DSLContext db, BusinessSettings business) {
    this.db = db;
    this.business = business;
  }

  @Override
  public byte[] of(LocalDate night) {
    var audiences = Audiences.of(night, db);
    var facts =
        new NightFacts(
            night,
            business.currency().getCurrencyCode(),
            Segments.of(night, db),
            ScoreGrid.of(night, db),
            Development.upTo(night, NIGHTS, db),
            Moves.into(night, db).orElse(null),
            audiences,
            new Warnings(night, business.zone(), db).lines(audiences));
    return new Layout(facts, new Figures(Locale.ROOT)).page();
  }
}
