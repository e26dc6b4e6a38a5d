package dev.nightjar.console.audiences;

import dev.nightjar.console.ChosenNight;
import dev.nightjar.console.Drawn;
import dev.nightjar.console.Rights;
import dev.nightjar.console.accounts.Role;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.report.AudiencesLayout;
import dev.nightjar.report.Pictures;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Audience;
import dev.nightjar.views.DeliveredFiles;
import dev.nightjar.views.Uplift;
import dev.nightjar.views.UpliftQuestion;
import java.time.LocalDate;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The audiences of a night, and one of them. */
@Controller
class AudiencesPage {
  private final DSLContext db;
  private final BusinessSettings business;
  private final Rights rights;

  AudiencesPage(DSLContext db, BusinessSettings business, Rights rights) {
    this.db = db;
    this.business = business;
    this.rights = rights;
  }

  @GetMapping("/audiences")
  String newest(@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate night) {
    return "redirect:/audiences/" + ChosenNight.published(night, db).night();
  }

  @GetMapping("/audiences/{night}")
  String all(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate night,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Model page) {
    page.addAttribute("chosen", ChosenNight.published(night, db));
    var audiences = Audiences.of(night, db);
    var main = Element.of("div");
    var content = Drawn.into(main, "picture");
    if (audiences.audiences().isEmpty()) {
      content.text("The night has no audience.");
    } else {
      var layout = new AudienceLayout(figures, business.currency().getCurrencyCode());
      content.list(layout.warnings(audiences));
      Function<String, @Nullable String> address =
          name -> "/audiences/%s/%s".formatted(night, name);
      content.picture(new Pictures(figures).sizes(audiences, address));
      new AudiencesLayout(audiences, figures).addTables(content, address);
    }
    page.addAttribute("content", main);
    return "audiences";
  }

  /**
   * Shows an audience.
   *
   * @param from first night of first exports whose effect is shown; null for none
   */
  @GetMapping("/audiences/{night}/{name}")
  String one(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate night,
      @PathVariable String name,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Authentication somebody,
      Model page) {
    page.addAttribute("chosen", ChosenNight.published(night, db));
    var audience =
        Audiences.of(night, db).audiences().stream()
            .filter(each -> each.audience().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(night));
    var main = Element.of("div");
    var content = Drawn.into(main, "picture");
    var layout = new AudienceLayout(figures, business.currency().getCurrencyCode());
    layout.addAudience(content, audience);
    var files =
        DeliveredFiles.of(night, db).files().stream()
            .filter(each -> each.audience().equals(name))
            .toList();
    layout.addFiles(content, night, files, rights.has(Role.MARKETING, somebody));
    page.addAttribute("audience", audience);
    page.addAttribute("from", from);
    page.addAttribute("content", main);
    page.addAttribute("effect", effect(audience, night, from, layout));
    return "audience";
  }

  private static Failure unknown(LocalDate night) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "The night of %s has no audience of this name.%nNext: choose one from the list of audiences"
            .formatted(night));
  }

  private @Nullable Element effect(
      Audience audience, LocalDate night, @Nullable LocalDate from, AudienceLayout layout) {
    if (from == null) {
      return null;
    }
    var main = Element.of("div");
    try {
      var last = from.isAfter(night) ? from : night;
      var question = new UpliftQuestion(audience.audience(), from, last, null, null);
      layout.addUplift(Drawn.into(main, "effect"), Uplift.of(question, db));
    } catch (Failure refused) {
      main.add(Element.of("p", refused.getMessage()).with("class", "notice"));
    }
    return main;
  }
}
