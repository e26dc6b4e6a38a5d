package dev.nightjar.console.audiences;

import dev.nightjar.console.Drawn;
import dev.nightjar.console.Rights;
import dev.nightjar.console.accounts.Role;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.ports.AudienceDeclarations;
import dev.nightjar.ports.AudienceDrafts;
import dev.nightjar.ports.AudienceDrafts.Draft;
import dev.nightjar.report.Table;
import dev.nightjar.report.Words;
import dev.nightjar.views.Clusters;
import dev.nightjar.views.PublishedNights;
import java.util.List;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Drafts an audience, and counts it in the newest night. The address is the draft. */
@Controller
class BuilderPage {
  private static final List<String> IDENTIFIERS = List.of("customer-key", "email", "phone");
  private static final List<String> CAUSES =
      List.of("new", "orders", "time", "attributes", "cut-points", "both", "settings");

  private final DSLContext db;
  private final Vocabulary vocabulary;
  private final AudienceDrafts drafts;
  private final Rights rights;

  BuilderPage(DSLContext db, Vocabulary vocabulary, AudienceDrafts drafts, Rights rights) {
    this.db = db;
    this.vocabulary = vocabulary;
    this.drafts = drafts;
    this.rights = rights;
  }

  @GetMapping("/builder")
  String build(
      @RequestParam MultiValueMap<String, String> fields,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Authentication somebody,
      Model page) {
    var night = PublishedNights.of(db).named(null);
    var form = new DraftForm(fields, List.copyOf(vocabulary.attributes()));
    page.addAttribute("form", form);
    page.addAttribute("night", night);
    page.addAttribute("segments", vocabulary.segments());
    page.addAttribute("tiers", vocabulary.tiers());
    page.addAttribute("clusters", Clusters.of(night, db).map(Clusters::clusters).orElse(List.of()));
    page.addAttribute("destinations", new TreeSet<>(vocabulary.profiles().keySet()));
    page.addAttribute("identifiers", IDENTIFIERS);
    page.addAttribute("causes", CAUSES);
    page.addAttribute("ranges", DraftForm.RANGES);
    page.addAttribute("forecasts", DraftForm.FORECASTS);
    page.addAttribute("areDraftsSaved", rights.areDraftsSaved());
    if (!form.isEmpty()) {
      var draft = drafts.count(night, form.name(), form.flat());
      page.addAttribute("yaml", DraftYaml.of(form.name(), form.settings()));
      page.addAttribute("answer", answer(draft, figures));
      if (canBeSaved(draft, form) && rights.has(Role.OPS, somebody)) {
        page.addAttribute("file", AudienceDeclarations.file(form.name()));
      }
    }
    return "builder";
  }

  private boolean canBeSaved(Draft draft, DraftForm form) {
    return rights.areDraftsSaved() && draft.problems().isEmpty() && form.hasFileName();
  }

  private static Element answer(Draft draft, Figures figures) {
    var main = Element.of("div");
    var content = Drawn.into(main, "picture");
    if (!draft.problems().isEmpty()) {
      return main.add(problems(draft.problems()));
    }
    content.add(
        Element.of(
                "p",
                "%s of %s would be published."
                    .formatted(figures.count(draft.published()), figures.count(draft.members())))
            .with("class", "notice"));
    content.add(counts(draft, figures));
    if (!draft.overlaps().isEmpty()) {
      content.add(overlaps(draft, figures));
    }
    return main;
  }

  private static Element problems(List<String> problems) {
    var list = Element.of("ul");
    problems.forEach(each -> list.add(Element.of("li", each)));
    return Element.of("div").with("class", "notice bad").with("role", "alert").add(list);
  }

  private static Element counts(Draft draft, Figures figures) {
    var table = new Table("What the audience would come to", 1, "Step", "Customers");
    table.row("Members", figures.count(draft.members()));
    draft
        .exclusions()
        .forEach(
            (reason, customers) ->
                table.row("Left out: " + Words.heading(reason), figures.count(customers)));
    table.row("Published", figures.count(draft.published()));
    draft
        .destinations()
        .forEach(
            (destination, customers) ->
                table.row("Added at " + destination, figures.count(customers)));
    return table.element();
  }

  private static Element overlaps(Draft draft, Figures figures) {
    var table = new Table("Also published in", 1, "Audience", "Customers", "Share");
    draft
        .overlaps()
        .forEach(
            (audience, customers) ->
                table.row(
                    audience,
                    figures.count(customers),
                    figures.percent(
                        draft.published() == 0 ? 0 : customers / (double) draft.published())));
    return table.element();
  }
}
