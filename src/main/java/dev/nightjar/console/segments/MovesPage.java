package dev.nightjar.console.segments;

import dev.nightjar.console.ChosenNight;
import dev.nightjar.console.Drawn;
import dev.nightjar.console.Rights;
import dev.nightjar.console.accounts.Role;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.MoveCauses;
import dev.nightjar.report.MoveLinks;
import dev.nightjar.report.SegmentsLayout;
import dev.nightjar.views.Moves;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.Map;
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
import org.springframework.web.util.UriComponentsBuilder;

/** How customers moved between segments from one night to another. */
@Controller
class MovesPage {
  private final DSLContext db;
  private final BusinessSettings business;
  private final MoveCauses causes;
  private final Answers answers;
  private final Rights rights;

  MovesPage(
      DSLContext db, BusinessSettings business, MoveCauses causes, Answers answers, Rights rights) {
    this.db = db;
    this.business = business;
    this.causes = causes;
    this.answers = answers;
    this.rights = rights;
  }

  @GetMapping("/moves")
  String newest(
      @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
    var nights = PublishedNights.of(db);
    var later = nights.named(to);
    var earlier = from == null ? nights.before(later) : nights.named(from);
    return "redirect:/moves/%s/%s".formatted(earlier, later);
  }

  @GetMapping("/moves/{from}/{to}")
  String moves(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate to,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Authentication somebody,
      Model page) {
    var nights = PublishedNights.of(db);
    requireOrder(nights.named(from), nights.named(to));
    page.addAttribute("chosen", ChosenNight.of(to, nights.dates()));
    page.addAttribute("from", from);
    var moves = answers.of(Moves.class, () -> Moves.between(from, to, causes, db), from, to);
    var main = Element.of("div");
    new SegmentsLayout(figures, business.currency().getCurrencyCode())
        .addMoves(
            Drawn.into(main, "picture"),
            moves,
            rights.has(Role.MARKETING, somebody) ? links(from, to) : MoveLinks.NONE);
    page.addAttribute("content", main);
    return "moves";
  }

  private static void requireOrder(LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "%s is not before %s.%nNext: choose an earlier night to compare with"
              .formatted(from, to));
    }
  }

  private static MoveLinks links(LocalDate earlier, LocalDate later) {
    return (from, to, cause) -> {
      var address =
          UriComponentsBuilder.fromPath("/customers/moved/{earlier}/{later}")
              .uriVariables(Map.of("earlier", earlier, "later", later));
      if (from != null) {
        address.queryParam("from", "{from}").uriVariables(Map.of("from", from));
      }
      if (to != null) {
        address.queryParam("to", "{to}").uriVariables(Map.of("to", to));
      }
      if (cause != null) {
        address.queryParam("cause", cause);
      }
      return address.encode().toUriString();
    };
  }
}
