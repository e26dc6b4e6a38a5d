package dev.nightjar.console.nights;

import dev.nightjar.home.Failure;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Nights;
import dev.nightjar.pipeline.UsualDurations;
import dev.nightjar.views.NightSummary;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One night with its stages, what is wrong with it, and what helps. */
@Controller
class NightPage {
  /** Nights for the usual duration of a stage. */
  private static final int NIGHTS = 30;

  private final OneNight nights;
  private final Nights warnings;
  private final DSLContext db;
  private final StartedCommands commands;
  private final Clock clock;

  NightPage(
      OneNight nights, Nights warnings, DSLContext db, StartedCommands commands, Clock clock) {
    this.nights = nights;
    this.warnings = warnings;
    this.db = db;
    this.commands = commands;
    this.clock = clock;
  }

  @GetMapping("/nights/{night}")
  String night(@PathVariable LocalDate night, Model page) {
    show(night, page);
    return "night";
  }

  /**
   * What changes while a night runs; its start and its end load the whole page again.
   *
   * @param runs whether it ran when the page was loaded
   */
  @GetMapping("/nights/{night}/progress")
  String progress(
      @PathVariable LocalDate night,
      @RequestParam(defaultValue = "true") boolean runs,
      Model page,
      HttpServletResponse response) {
    if (show(night, page) != runs || !Boolean.TRUE.equals(page.getAttribute("isBusy"))) {
      response.setHeader("HX-Refresh", "true");
    }
    return "night :: progress";
  }

  /** Returns whether the night runs. */
  private boolean show(LocalDate night, Model page) {
    var status = nights.status(night);
    var started = commands.of(night);
    boolean runs = status.filter(each -> each.summary().isRunning()).isPresent();
    boolean isBusy = runs || started.filter(StartedCommands.Started::isRunning).isPresent();
    page.addAttribute("night", night);
    page.addAttribute("before", night.minusDays(1));
    page.addAttribute("after", night.plusDays(1));
    page.addAttribute("status", status.orElse(null));
    page.addAttribute("started", started.orElse(null));
    page.addAttribute("runs", runs);
    page.addAttribute("isBusy", isBusy);
    page.addAttribute("step", isBusy && !runs ? Step.NOTHING : nights.step(night, status));
    status.ifPresent(
        each -> {
          page.addAttribute(
              "stages",
              StageLine.of(
                  each.stages(),
                  UsualDurations.before(night, NIGHTS, db),
                  each.summary().status(),
                  clock));
          if (each.summary().isFinished()) {
            page.addAttribute("warnings", warnings(each.summary()));
          }
          each.failed()
              .ifPresent(
                  failed -> {
                    page.addAttribute("failed", failed);
                    page.addAttribute(
                        "runbook",
                        Runbook.section(String.valueOf(failed.failureCode())).orElse(null));
                  });
        });
    return runs;
  }

  /** What the command that ran the night printed last. */
  private List<String> warnings(NightSummary night) {
    return warnings.warnings(new Night(night.night(), night.revision())).stream()
        .map(Failure::getMessage)
        .toList();
  }
}
