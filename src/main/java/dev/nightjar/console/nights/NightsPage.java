package dev.nightjar.console.nights;

import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.views.NightSummary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All nights. */
@Controller
class NightsPage {
  private static final int LISTED = 30;

  private final Ledger ledger;
  private final NightLock lock;

  NightsPage(Ledger ledger, NightLock lock) {
    this.ledger = ledger;
    this.lock = lock;
  }

  @GetMapping("/nights")
  String nights(Model page) {
    page.addAttribute("nights", NightSummary.newest(LISTED, ledger, lock));
    return "nights";
  }
}
