package dev.nightjar.report;

import dev.nightjar.home.Counted;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Audience;
import dev.nightjar.views.PendingApprovals;
import dev.nightjar.views.Rejects;
import dev.nightjar.views.SourceStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** What people should know about a night that did not stop it. */
record Warnings(LocalDate night, ZoneId zone, DSLContext db) {
  private static final int MOST_REJECTS = 20;

  /** One line per warning. */
  List<String> lines(Audiences audiences) {
    var lines = new ArrayList<String>();
    for (var source : SourceStatus.of(night, zone, db).sources()) {
      if (!source.state().isEmpty() && !source.state().equals("came")) {
        lines.add(
            source.lastFile() == null
                ? "Source %s: %s.".formatted(source.source(), source.state())
                : "Source %s: %s (last file: %s)."
                    .formatted(source.source(), source.state(), source.lastFile()));
      }
    }
    addRejects(lines);
    audiences.audiences().forEach(each -> addAudience(each, lines));
    lines.addAll(Stop.lines(PendingApprovals.of(db).of(night)));
    return lines;
  }

  private void addRejects(List<String> lines) {
    var rejects = Rejects.of(night, db).rejects();
    for (var each : rejects.subList(0, Math.min(rejects.size(), MOST_REJECTS))) {
      lines.add(
          "%s (%s): %s, %s%s."
              .formatted(
                  each.file(),
                  each.verdict(),
                  Counted.of(each.lines(), "rejected line"),
                  each.column() == null ? "" : each.column() + ": ",
                  each.reason()));
    }
    if (rejects.size() > MOST_REJECTS) {
      lines.add(
          "%s more. Next: nightjar rejects --date %s"
              .formatted(
                  Counted.of(rejects.size() - MOST_REJECTS, "kind of reject", "kinds of rejects"),
                  night));
    }
  }

  private static void addAudience(Audience audience, List<String> lines) {
    if (audience.isBlocked()) {
      lines.add(
          "Audience %s was not delivered: it has %s, fewer than %d."
              .formatted(
                  audience.audience(),
                  Counted.of(audience.published(), "published member"),
                  audience.blockBelow()));
    } else if (audience.published() < audience.warnBelow()) {
      lines.add(
          "Audience %s is small: it has %s, fewer than %d."
              .formatted(
                  audience.audience(),
                  Counted.of(audience.published(), "published member"),
                  audience.warnBelow()));
    }
    audience
        .deliveries()
        .forEach(
            each ->
                each.warnings()
                    .forEach(
                        warning ->
                            lines.add(
                                "Audience %s at %s: %s."
                                    .formatted(audience.audience(), each.destination(), warning))));
    for (var change : audience.changes()) {
      if (change.deliveredAt() == null && change.stoppedFor() == null) {
        lines.add(
            "Audience %s has not reached %s.".formatted(audience.audience(), change.destination()));
      }
    }
  }
}
