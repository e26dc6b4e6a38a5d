package dev.nightjar.console;

import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page has. */
@ControllerAdvice
class Shell {
  private final BusinessSettings business;

  Shell(BusinessSettings business) {
    this.business = business;
  }

  /** How numbers are written for the reader. */
  @ModelAttribute("figures")
  Figures figures(Locale locale) {
    return new Figures(locale);
  }

  /** How dates and times are written for the reader. */
  @ModelAttribute("times")
  Times times(Locale locale) {
    return new Times(locale, business.zone());
  }
}
