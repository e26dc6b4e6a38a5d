package dev.nightjar.console.api;

import dev.nightjar.console.segments.Answers;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.MoveCauses;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Clusters;
import dev.nightjar.views.DeliveredFiles;
import dev.nightjar.views.Moves;
import dev.nightjar.views.PublishedNights;
import dev.nightjar.views.Segments;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of published nights, without customers. */
@RestController
@RequestMapping("/api/v1")
class FiguresApi {
  private final DSLContext db;
  private final MoveCauses causes;
  private final Answers answers;

  FiguresApi(DSLContext db, MoveCauses causes, Answers answers) {
    this.db = db;
    this.causes = causes;
    this.answers = answers;
  }

  @GetMapping("/nights/{night}/segments")
  Segments segments(@PathVariable LocalDate night) {
    return Segments.of(published(night), db);
  }

  @GetMapping("/nights/{night}/clusters")
  Clusters clusters(@PathVariable LocalDate night) {
    return Clusters.of(published(night), db)
        .map(FiguresApi::withoutCustomers)
        .orElseThrow(() -> refused("Night %s has no clusters.".formatted(night)));
  }

  /** Leaves out the keys of typical customers, so that no figures name a person. */
  private static Clusters withoutCustomers(Clusters all) {
    return new Clusters(
        all.night(),
        all.decision(),
        all.fittedOn(),
        all.population(),
        all.adjustedRandIndex(),
        all.comparedCustomers(),
        all.movedCustomers(),
        all.otherCustomers(),
        all.structure(),
        all.silhouette(),
        all.clusters().stream().map(FiguresApi::withoutCustomers).toList(),
        all.quality(),
        all.proposed());
  }

  private static Clusters.Cluster withoutCustomers(Clusters.Cluster each) {
    return new Clusters.Cluster(
        each.cluster(),
        each.position(),
        each.name(),
        each.tier(),
        each.customers(),
        each.customersShare(),
        each.revenue(),
        each.revenueShare(),
        each.nearestCluster(),
        each.nearestDistance(),
        List.of(),
        each.features(),
        each.attributes());
  }

  @GetMapping("/nights/{night}/audiences")
  Audiences audiences(@PathVariable LocalDate night) {
    return Audiences.of(published(night), db);
  }

  /**
   * The files of a night that destinations have.
   *
   * @param after number of the file before the first one of the answer
   */
  @GetMapping("/nights/{night}/deliveries")
  ResponseEntity<List<DeliveredFiles.File>> deliveries(
      @PathVariable LocalDate night,
      @RequestParam(defaultValue = Pages.LIMIT) int limit,
      @RequestParam(defaultValue = "0") long after) {
    var all =
        DeliveredFiles.of(published(night), db).files().stream()
            .filter(each -> each.exportId() > after)
            .toList();
    return Pages.of(
        all,
        limit,
        last -> "/api/v1/nights/%s/deliveries?after=%d".formatted(night, last.exportId()));
  }

  @GetMapping("/moves/{from}/{to}")
  Moves moves(@PathVariable LocalDate from, @PathVariable LocalDate to) {
    if (!published(from).isBefore(published(to))) {
      throw refused("%s is not before %s.".formatted(from, to));
    }
    return answers.of(Moves.class, () -> Moves.between(from, to, causes, db), from, to);
  }

  private LocalDate published(LocalDate night) {
    return PublishedNights.of(db).named(night);
  }

  private static Failure refused(String message) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        message + "\nNext: choose another night from GET /api/v1/nights");
  }
}
