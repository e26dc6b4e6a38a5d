package dev.nightjar.console.api;

import dev.nightjar.console.accounts.Audit;
import dev.nightjar.home.Failure;
import dev.nightjar.views.CustomerAgreement;
import dev.nightjar.views.CustomerExports;
import dev.nightjar.views.CustomerSearch;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.PublishedNights;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is known of a customer. Who is looked for is posted, so that no address and no log has it.
 */
@RestController
class CustomersApi {
  private final DSLContext db;
  private final Audit audit;

  CustomersApi(DSLContext db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /**
   * Who is looked for.
   *
   * @param who a key, an e-mail address or a phone number
   */
  record Question(String who) {
    Question {
      Texts.require(who);
    }
  }

  /**
   * The customers that are meant. What follows is null, or empty, unless there is exactly one.
   *
   * @param customers keys, in order
   * @param hasMore whether there are more
   * @param explanation null if the newest night does not have the customer
   * @param agreement null if no file names the customer
   * @param exports what destinations have
   */
  record Found(
      List<String> customers,
      boolean hasMore,
      @Nullable Explanation explanation,
      @Nullable CustomerAgreement agreement,
      List<CustomerExports.Export> exports) {}

  @PostMapping("/api/v1/customers")
  Found find(@RequestBody Question question, Principal somebody) {
    var night = PublishedNights.of(db).named(null);
    var found = CustomerSearch.of(question.who(), db);
    if (found.customers().size() != 1) {
      audit.did(somebody.getName(), "search", found.customers().size() + " found", null);
      return new Found(found.customers(), found.hasMore(), null, null, List.of());
    }
    var customer = found.customers().get(0);
    audit.sawCustomer(somebody.getName(), customer);
    return new Found(
        found.customers(),
        false,
        explained(customer, night),
        CustomerAgreement.of(customer, db).orElse(null),
        CustomerExports.of(customer, db).exports());
  }

  private @Nullable Explanation explained(String customer, LocalDate night) {
    try {
      return Explanation.of(customer, night, db);
    } catch (Failure unknown) {
      return null;
    }
  }
}
