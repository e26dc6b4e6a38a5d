package dev.nightjar.console.data;

import dev.nightjar.console.ChosenNight;
import dev.nightjar.console.Drawn;
import dev.nightjar.console.Times;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.report.Content;
import dev.nightjar.report.Table;
import dev.nightjar.views.ArrivedFiles;
import dev.nightjar.views.LeftOutStatuses;
import dev.nightjar.views.Rejects;
import dev.nightjar.views.SourceExpectations;
import dev.nightjar.views.SourceExpectations.Expectation;
import dev.nightjar.views.SourceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** The sources and files of a night, published or not. */
@Controller
class DataPage {
  private static final String NOTHING = "–";

  private final DSLContext db;
  private final Ledger ledger;
  private final BusinessSettings business;

  DataPage(DSLContext db, Ledger ledger, BusinessSettings business) {
    this.db = db;
    this.ledger = ledger;
    this.business = business;
  }

  @GetMapping("/data")
  String newest(@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate night) {
    return "redirect:/data/" + chosen(night).night();
  }

  @GetMapping("/data/{night}")
  String night(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate night,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      @ModelAttribute(name = "times", binding = false) Times times,
      Model page) {
    page.addAttribute("chosen", chosen(night));
    var expectations = SourceExpectations.of(db).expectations();
    page.addAttribute(
        "sources",
        expectations.stream()
            .map(Expectation::source)
            .filter(each -> !each.equals("mended-rejects"))
            .toList());
    var main = Element.of("div");
    var content = Drawn.into(main, "picture");
    content.heading("Sources").add(sources(night, expectations));
    content.heading("Files of the night");
    addFiles(content, ArrivedFiles.of(night, db), figures, times);
    content.heading("Rejected lines");
    addRejects(content, Rejects.of(night, db), figures);
    content.heading("Lines left out by status");
    addLeftOut(content, LeftOutStatuses.of(night, db), figures);
    page.addAttribute("content", main);
    return "data";
  }

  private ChosenNight chosen(@Nullable LocalDate asked) {
    var all = ledger.nights().stream().map(Ledger.Entry::night).toList();
    if (all.isEmpty()) {
      throw refused("No night has run yet.%nNext: nightjar run".formatted());
    }
    if (asked != null && !all.contains(asked)) {
      throw refused("The night of %s has not run.%nNext: choose another night".formatted(asked));
    }
    return ChosenNight.of(asked == null ? all.get(0) : asked, all);
  }

  private static Failure refused(String message) {
    return new Failure(FailureCode.NIGHT_REFUSED, message);
  }

  private Element sources(LocalDate night, List<Expectation> expectations) {
    var expected =
        expectations.stream().collect(Collectors.toMap(Expectation::source, Function.identity()));
    var table = new Table("Sources", 6, "Source", "Feed", "State", "Last file", "Came", "Expected");
    for (var each : SourceStatus.of(night, business.zone(), db).sources()) {
      var expectation = expected.get(each.source());
      table.row(
          each.source(),
          expectation == null ? NOTHING : expectation.feed(),
          each.state().isEmpty() ? "nothing expected" : each.state(),
          each.lastFile() == null ? "none yet" : each.lastFile(),
          each.cameAt() == null ? NOTHING : each.cameAt(),
          expectation == null ? NOTHING : expected(expectation));
    }
    return table.element();
  }

  private static String expected(Expectation expectation) {
    var required = expectation.isRequired() ? "in every night" : "when there is one";
    return expectation.expectedBy() == null
        ? required
        : required + ", by " + expectation.expectedBy();
  }

  private static void addFiles(
      Content content, ArrivedFiles arrived, Figures figures, Times times) {
    if (arrived.files().isEmpty()) {
      content.text("No file came in this night.");
      return;
    }
    var table =
        new Table(
            "Files, and what became of them",
            5,
            "File",
            "Source",
            "Came",
            "Verdict",
            "Why",
            "Lines read",
            "Loaded",
            "Rejected");
    for (var each : arrived.files()) {
      table.row(
          each.name(),
          each.source(),
          times.moment(each.landedAt()),
          each.verdict(),
          each.reason() == null ? String.join("; ", each.notes()) : each.reason(),
          count(each.read(), figures),
          count(each.loaded(), figures),
          count(each.rejected(), figures));
    }
    content.add(table.element());
  }

  private static void addRejects(Content content, Rejects rejects, Figures figures) {
    if (rejects.rejects().isEmpty()) {
      content.text("No line was rejected.");
      return;
    }
    var table =
        new Table("Rejected lines by reason", 4, "File", "Verdict", "Column", "Reason", "Lines");
    for (var each : rejects.rejects()) {
      table.row(
          each.file(),
          each.verdict(),
          each.column() == null ? "whole line" : each.column(),
          each.reason(),
          figures.count(each.lines()));
    }
    content.add(table.element());
  }

  private static void addLeftOut(Content content, LeftOutStatuses leftOut, Figures figures) {
    if (leftOut.statuses().isEmpty()) {
      content.text("No line was left out because of its status.");
      return;
    }
    var table = new Table("Lines whose status does not count", 2, "Source", "Status", "Lines");
    for (var each : leftOut.statuses()) {
      table.row(
          each.source(),
          each.status() == null ? "none" : each.status(),
          figures.count(each.lines()));
    }
    content.add(table.element());
  }

  private static String count(@Nullable Long lines, Figures figures) {
    return lines == null ? NOTHING : figures.count(lines);
  }
}
