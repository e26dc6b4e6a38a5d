package dev.nightjar.console.nights;

import java.security.Principal;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the step that a page offered. */
@Controller
class NightSteps {
  private final OfferedSteps steps;

  NightSteps(OfferedSteps steps) {
    this.steps = steps;
  }

  /**
   * Takes a step.
   *
   * @param step the one that the page offered; refused if it is no longer the one that helps
   * @param reason why, for approvals
   */
  @PostMapping("/nights/{night}")
  String take(
      @PathVariable LocalDate night,
      @RequestParam Step step,
      @RequestParam(defaultValue = "") String reason,
      Principal who) {
    steps.take(step, night, reason, who.getName());
    return "redirect:/nights/" + night;
  }
}
