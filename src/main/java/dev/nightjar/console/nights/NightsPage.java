package dev.nightjar.console.nights;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.views.NightCalendar;
import dev.nightjar.views.NightCalendar.Day;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All nights, as a calendar and as a list. */
@Controller
class NightsPage {
  private static final int MONTHS = 4;
  private static final int LISTED = 31;
  private static final int MISSING_SHOWN = 7;

  private final DSLContext db;
  private final Ledger ledger;
  private final NightLock lock;
  private final BusinessSettings business;
  private final Clock clock;

  NightsPage(DSLContext db, Ledger ledger, NightLock lock, BusinessSettings business, Clock clock) {
    this.db = db;
    this.ledger = ledger;
    this.lock = lock;
    this.business = business;
    this.clock = clock;
  }

  /**
   * @param all whether every night since the first is shown
   */
  @GetMapping("/nights")
  String nights(@RequestParam(defaultValue = "false") boolean all, Locale locale, Model page) {
    var calendar = NightCalendar.of(business.lastDate(clock), ledger, lock, db).days();
    var days = withoutTail(calendar);
    var newest =
        new ArrayList<>(days.subList(all ? 0 : Math.max(0, days.size() - LISTED), days.size()));
    Collections.reverse(newest);
    page.addAttribute("months", CalendarMonth.last(all ? days.size() : MONTHS, days, locale));
    page.addAttribute("days", newest);
    page.addAttribute("hasMore", newest.size() < days.size());
    page.addAttribute("cut", days.size() < calendar.size());
    page.addAttribute("next", business.lastDate(clock));
    return "nights";
  }

  /** The days but for those more than a week after the last night, which say nothing. */
  private static List<Day> withoutTail(List<Day> days) {
    int last = days.size() - 1;
    while (last >= 0 && days.get(last).night() == null) {
      last--;
    }
    return days.subList(0, Math.min(days.size(), last + 1 + MISSING_SHOWN));
  }
}
