package dev.nightjar.console.customers;

import dev.nightjar.console.accounts.Audit;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.ports.MoveCauses;
import dev.nightjar.views.Cause;
import dev.nightjar.views.Movers;
import dev.nightjar.views.PublishedNights;
import java.math.BigDecimal;
import java.security.Principal;
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

/** The customers with a move between segments. */
@Controller
class MoversPage {
  private static final int LISTED = 200;

  private final DSLContext db;
  private final BusinessSettings business;
  private final MoveCauses causes;
  private final Audit audit;

  MoversPage(DSLContext db, BusinessSettings business, MoveCauses causes, Audit audit) {
    this.db = db;
    this.business = business;
    this.causes = causes;
    this.audit = audit;
  }

  /** A line of the list. */
  record Line(String customer, String cause, String value) {}

  @GetMapping("/customers/moved/{earlier}/{later}")
  String movers(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate earlier,
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate later,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      @RequestParam @Nullable String cause,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Principal somebody,
      Model page) {
    var nights = PublishedNights.of(db);
    nights.named(earlier);
    nights.named(later);
    var way = "%s → %s".formatted(from == null ? "new" : from, to == null ? "gone" : to);
    audit.did(somebody.getName(), "list", way, later);
    var move = new Movers.Move(from, to, cause);
    var movers = Movers.between(earlier, later, move, LISTED, causes, db);
    page.addAttribute("earlier", earlier);
    page.addAttribute("later", later);
    page.addAttribute("way", way);
    page.addAttribute("customers", movers.customers());
    page.addAttribute("currency", business.currency().getCurrencyCode());
    page.addAttribute(
        "lines",
        movers.movers().stream()
            .map(
                each ->
                    new Line(
                        each.customerKey(),
                        each.cause() == null ? "–" : Cause.meaning(each.cause()),
                        value(each.netValue(), figures)))
            .toList());
    return "movers";
  }

  private static String value(@Nullable BigDecimal value, Figures figures) {
    return value == null ? "–" : figures.decimal(value.doubleValue(), 2);
  }
}
