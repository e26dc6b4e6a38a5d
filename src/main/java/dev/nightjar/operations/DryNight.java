package dev.nightjar.operations;

import static dev.nightjar.db.ingest.Tables.FILES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import dev.nightjar.pipeline.DryRun;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Progress;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.ports.NightGates;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A night up to its publication, of which nothing is kept. */
@Component
public class DryNight {
  private static final List<String> STAGES =
      List.of("ingest", "orders", "rfm", "clustering", "forecast", "segments", "audiences");

  private final DryRun dryRun;
  private final NightGates gates;
  private final List<Stage> stages;
  private final Progress progress;

  DryNight(DryRun dryRun, NightGates gates, List<Stage> stages, Progress progress) {
    this.dryRun = dryRun;
    this.gates = gates;
    this.stages = stages;
    this.progress = progress;
  }

  /**
   * Runs the stages of a night before its publication on files that {@link DryFolders} has copied,
   * and undoes it.
   *
   * @return what it would change
   * @throws dev.nightjar.home.Failure as the night would
   */
  public NightPreview preview(LocalDate date) {
    var night = Night.dry(date);
    return dryRun.whole(
        night,
        STAGES,
        progress,
        DryNight::lastFile,
        (transaction, lastFile) -> {
          var found = gates.rehearse(transaction, night);
          deliver().rehearse(transaction, night);
          return NightPreview.of(date, lastFile, found.lines(), transaction);
        });
  }

  private static long lastFile(DSLContext db) {
    return db.select(coalesce(max(FILES.FILE_ID), inline(0L))).from(FILES).fetchSingle().value1();
  }

  private Stage deliver() {
    return stages.stream().filter(each -> each.name().equals("deliver")).findFirst().orElseThrow();
  }
}
