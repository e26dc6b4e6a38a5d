package dev.nightjar.console.segments;

import dev.nightjar.console.ChosenNight;
import dev.nightjar.console.Drawn;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.report.ClusterPictures;
import dev.nightjar.report.Content;
import dev.nightjar.report.Table;
import dev.nightjar.views.Clusters;
import dev.nightjar.views.Segments;
import dev.nightjar.views.SegmentsByClusters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The clusters of a night. */
@Controller
class ClustersPage {
  private static final String NOTHING = "–";

  private final DSLContext db;
  private final BusinessSettings business;
  private final Answers answers;

  ClustersPage(DSLContext db, BusinessSettings business, Answers answers) {
    this.db = db;
    this.business = business;
    this.answers = answers;
  }

  @GetMapping("/clusters")
  String newest(@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate night) {
    return "redirect:/clusters/" + ChosenNight.published(night, db).night();
  }

  @GetMapping("/clusters/{night}")
  String night(
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate night,
      @RequestParam @Nullable String across,
      @RequestParam @Nullable String up,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Model page) {
    page.addAttribute("chosen", ChosenNight.published(night, db));
    var clusters = Clusters.of(night, db).orElseThrow(() -> unknown(night));
    var features = clusters.features();
    var x = chosen(across, features, 0, "");
    var y = chosen(up, features, 1, x);
    page.addAttribute("features", features);
    page.addAttribute("across", x);
    page.addAttribute("up", y);
    var main = Element.of("div");
    fill(Drawn.into(main, "picture"), clusters, x, y, figures);
    page.addAttribute("content", main);
    return "clusters";
  }

  /** The feature that is asked for, else the one at a place, else another. */
  private static String chosen(
      @Nullable String asked, List<String> features, int place, String other) {
    if (asked != null && features.contains(asked)) {
      return asked;
    }
    return place < features.size() ? features.get(place) : other;
  }

  private static Failure unknown(LocalDate night) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "The night of %s has no clusters.%nNext: set clustering in the settings, or choose another night"
            .formatted(night));
  }

  private void fill(Content content, Clusters clusters, String x, String y, Figures figures) {
    if (clusters.clusters().isEmpty()) {
      content.text(
          "The scored customers of this night form no clusters: nightjar clusters says why.");
      return;
    }
    var pictures = new ClusterPictures(figures);
    content.picture(pictures.clusters(clusters, x, y)).add(table(clusters, figures));
    content.heading("Numbers of clusters tried").picture(pictures.quality(clusters));
    content.add(quality(clusters, figures));
    content.heading("Segments and clusters").add(bySegment(clusters, figures));
  }

  private Element table(Clusters clusters, Figures figures) {
    var headings = new ArrayList<>(List.of("Cluster", "Tier", "Customers", "Share"));
    headings.add("Revenue, " + business.currency().getCurrencyCode());
    headings.add("Share");
    clusters.features().forEach(each -> headings.add("Median " + each));
    var table = new Table("Clusters, best first", 2, headings);
    for (var each : clusters.clusters()) {
      var row = new ArrayList<>(List.of(each.label(), each.tier() == null ? "" : each.tier()));
      row.add(figures.count(each.customers()));
      row.add(figures.percent(each.customersShare().doubleValue()));
      row.add(figures.decimal(each.revenue().doubleValue(), 0));
      row.add(figures.percent(each.revenueShare().doubleValue()));
      clusters.features().forEach(feature -> row.add(decimal(each.median(feature), 1, figures)));
      table.row(row.toArray(String[]::new));
    }
    return table.element();
  }

  private static Element quality(Clusters clusters, Figures figures) {
    var table =
        new Table(
            "How well each number fits",
            0,
            "Clusters",
            "Simplified silhouette",
            "Silhouette of a sample",
            "Inertia",
            "Davies-Bouldin",
            "Chosen");
    for (var each : clusters.quality()) {
      table.row(
          String.valueOf(each.k()),
          decimal(each.simplifiedSilhouette(), 3, figures),
          decimal(each.silhouette(), 3, figures),
          decimal(each.inertia(), 0, figures),
          decimal(each.daviesBouldin(), 3, figures),
          each.isChosen() ? "yes" : "");
    }
    return table.element();
  }

  private Element bySegment(Clusters clusters, Figures figures) {
    var night = clusters.night();
    var overlaps =
        answers.of(SegmentsByClusters.class, () -> SegmentsByClusters.of(night, db), night);
    var headings = new ArrayList<>(List.of("Segment"));
    clusters.clusters().forEach(each -> headings.add(each.label()));
    headings.add("No cluster");
    var table = new Table("Customers by segment and cluster", 1, headings);
    for (var segment : Segments.of(night, db).segments()) {
      var row = new ArrayList<>(List.of(segment.segment()));
      for (var cluster : clusters.clusters()) {
        row.add(figures.count(overlaps.customers(segment.segment(), cluster.cluster())));
      }
      row.add(figures.count(overlaps.customers(segment.segment(), null)));
      table.row(row.toArray(String[]::new));
    }
    return table.element();
  }

  private static String decimal(@Nullable Double value, int decimals, Figures figures) {
    return value == null ? NOTHING : figures.decimal(value, decimals);
  }
}
