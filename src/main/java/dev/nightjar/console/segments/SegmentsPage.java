package dev.nightjar.console.segments;

import dev.nightjar.console.ChosenNight;
import dev.nightjar.console.Drawn;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.report.SegmentsLayout;
import dev.nightjar.report.Table;
import dev.nightjar.views.Development;
import dev.nightjar.views.Playbook;
import dev.nightjar.views.ScoreGrid;
import dev.nightjar.views.Segments;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The segments of a night. */
@Controller
class SegmentsPage {
  private static final int NIGHTS = 90;

  private final DSLContext db;
  private final BusinessSettings business;
  private final Answers answers;

  SegmentsPage(DSLContext db, BusinessSettings business, Answers answers) {
    this.db = db;
    this.business = business;
    this.answers = answers;
  }

  @GetMapping("/segments")
  String newest(@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate night) {
    return "redirect:/segments/" + ChosenNight.published(night, db).night();
  }

  @GetMapping("/segments/{night}")
  String night(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate night,
      @RequestParam(defaultValue = "customers") String by,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Model page) {
    boolean isByRevenue = by.equals("revenue");
    page.addAttribute("chosen", ChosenNight.published(night, db));
    page.addAttribute("isByRevenue", isByRevenue);
    var layout = new SegmentsLayout(figures, business.currency().getCurrencyCode());
    var main = Element.of("div");
    var content = Drawn.into(main, "picture");
    layout.addSegments(content, Segments.of(night, db), isByRevenue);
    content.heading("Playbook").add(playbook(Playbook.of(night, db)));
    content.heading("Recency and frequency");
    layout.addScores(content, answers.of(ScoreGrid.class, () -> ScoreGrid.of(night, db), night));
    content.heading("Development");
    layout.addDevelopment(content, Development.upTo(night, NIGHTS, db));
    page.addAttribute("content", main);
    return "segments";
  }

  private static Element playbook(Playbook playbook) {
    var table =
        new Table(
            "What the map advises for each segment", 5, "Segment", "Who", "Do", "Channel", "Offer");
    for (var each : playbook.lines()) {
      table.row(each.segment(), each.description(), each.action(), each.channel(), each.offer());
    }
    return table.element();
  }
}
