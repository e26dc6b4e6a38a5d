package dev.nightjar.console.nights;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.console.accounts.Audit;
import dev.nightjar.views.Rejects;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Rejected lines with their cells, which are about people: each look at them is recorded. */
@Controller
class RejectsPage {
  private final DSLContext db;
  private final Audit audit;

  RejectsPage(DSLContext db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  @GetMapping("/nights/{night}/rejects")
  String examples(@PathVariable LocalDate night, Principal who, Model page) {
    audit.did(who.getName(), "look", "rejected lines", night);
    page.addAttribute("night", night);
    page.addAttribute("examples", Rejects.examples(night, db));
    return "rejects";
  }

  /** The file that {@code nightjar rejects --out} writes. */
  @GetMapping("/nights/{night}/rejects/nightjar-rejects-{same}.csv")
  void download(
      @PathVariable LocalDate night,
      @PathVariable LocalDate same,
      Principal who,
      HttpServletResponse response)
      throws IOException {
    if (!same.equals(night)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var name = "nightjar-rejects-%s.csv".formatted(night);
    audit.did(who.getName(), "download", name, night);
    response.setContentType("text/csv; charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    try (var csv = CsvWriter.builder().build(response.getWriter())) {
      Rejects.write(night, db, csv);
    }
  }
}
