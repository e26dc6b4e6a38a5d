package dev.nightjar.console.customers;

import dev.nightjar.console.Drawn;
import dev.nightjar.console.accounts.Audit;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.views.CustomerAgreement;
import dev.nightjar.views.CustomerExports;
import dev.nightjar.views.CustomerSearch;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.PublishedNights;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is known of a customer. Who is looked for is posted, so that no address and no log has it.
 */
@Controller
class CustomersPage {
  private final DSLContext db;
  private final BusinessSettings business;
  private final Audit audit;

  CustomersPage(DSLContext db, BusinessSettings business, Audit audit) {
    this.db = db;
    this.business = business;
    this.audit = audit;
  }

  @GetMapping("/customers")
  String search() {
    return "customers";
  }

  /**
   * Shows a customer.
   *
   * @param who a key, an e-mail address or a phone number
   */
  @PostMapping("/customers")
  String show(
      @RequestParam String who,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Principal somebody,
      Model page) {
    var night = PublishedNights.of(db).named(null);
    var found = CustomerSearch.of(who, db);
    if (found.customers().size() != 1) {
      audit.did(somebody.getName(), "search", found.customers().size() + " found", null);
      page.addAttribute("found", found);
      return "customers";
    }
    var customer = found.customers().get(0);
    audit.sawCustomer(somebody.getName(), customer);
    page.addAttribute("customer", customer);
    page.addAttribute("night", night);
    var explanation = explained(customer, night);
    page.addAttribute("isUnknown", explanation.isEmpty());
    var main = Element.of("div");
    var content = Drawn.into(main, "picture");
    var layout = new CustomerLayout(figures, business.currency().getCurrencyCode());
    explanation.ifPresent(each -> layout.addExplanation(content, each, db));
    CustomerAgreement.of(customer, db).ifPresent(each -> layout.addAgreement(content, each));
    layout.addExports(content, CustomerExports.of(customer, db));
    page.addAttribute("content", main);
    return "customer";
  }

  /** Empty if the night does not have the customer. */
  private Optional<Explanation> explained(String customer, LocalDate night) {
    try {
      return Optional.of(Explanation.of(customer, night, db));
    } catch (Failure unknown) {
      return Optional.empty();
    }
  }
}
