package dev.nightjar.console.data;

import dev.nightjar.console.Drawn;
import dev.nightjar.console.accounts.Audit;
import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.ports.FilePreviews;
import dev.nightjar.ports.FilePreviews.Preview;
import dev.nightjar.report.Content;
import dev.nightjar.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Shows how a night would read a file that somebody has. Nothing of it is kept. */
@Controller
class PreviewPage {
  private static final int ROWS = 20;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ()_.,+-]{1,120}");

  private final FilePreviews previews;
  private final BusinessSettings business;
  private final Home home;
  private final Audit audit;

  PreviewPage(FilePreviews previews, BusinessSettings business, Home home, Audit audit) {
    this.previews = previews;
    this.business = business;
    this.home = home;
    this.audit = audit;
  }

  /**
   * Shows a file.
   *
   * @param source name of the source; empty for the one whose pattern matches the file's name
   */
  @PostMapping(value = "/data/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String preview(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String source,
      @ModelAttribute(name = "figures", binding = false) Figures figures,
      Principal somebody,
      Model page)
      throws IOException {
    var name = name(file.getOriginalFilename());
    page.addAttribute("name", name);
    audit.did(somebody.getName(), "preview", name, null);
    var main = Element.of("div");
    try {
      show(Drawn.into(main, "picture"), preview(file, name, source), figures);
    } catch (Failure refused) {
      main.add(Element.of("p", refused.getMessage()).with("class", "notice bad"));
    }
    page.addAttribute("content", main);
    return "preview";
  }

  /** The name that patterns are compared with, without folders. */
  private static String name(String given) {
    var name = given == null ? "" : given.substring(given.replace('\\', '/').lastIndexOf('/') + 1);
    return NAME.matcher(name).matches() && !name.startsWith(".") ? name : "upload";
  }

  private Preview preview(MultipartFile upload, String name, String source) throws IOException {
    var folder = home.var().resolve("uploads").resolve(UUID.randomUUID().toString());
    var file = folder.resolve(name);
    PrivateFiles.makeFolders(folder);
    try {
      try (var out = PrivateFiles.newOutputStream(file);
          var in = upload.getInputStream()) {
        in.transferTo(out);
      }
      return previews.preview(file, source.isEmpty() ? null : source, ROWS);
    } finally {
      remove(file);
      remove(folder);
    }
  }

  private static void remove(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  private void show(Content content, Preview preview, Figures figures) {
    content.add(
        Element.of("p", "Verdict of a night: " + preview.verdict())
            .with("class", preview.isLoaded() ? "notice good" : "notice bad"));
    content.text("Source %s; %s".formatted(preview.source(), preview.layout()));
    long rejected = preview.rejects().values().stream().mapToLong(Long::longValue).sum();
    content.text(
        "%s read, %s rejected"
            .formatted(Counted.of(preview.read(), "line"), figures.count(rejected)));
    if (preview.figures() != null) {
      addFigures(content, preview.figures(), figures);
    }
    if (!preview.columns().isEmpty()) {
      var rows = new Table("The first rows", preview.columns().size(), preview.columns());
      preview.rows().forEach(row -> rows.row(row.toArray(String[]::new)));
      content.heading("Rows").add(rows.element());
    }
    if (!preview.rejects().isEmpty()) {
      var table = new Table("Rejected lines by reason", 1, "Reason", "Lines", "Such as");
      preview
          .rejects()
          .forEach(
              (reason, lines) ->
                  table.row(
                      reason, figures.count(lines), preview.examples().getOrDefault(reason, "")));
      content.heading("Rejects").add(table.element());
    }
  }

  private void addFigures(Content content, FilePreviews.Figures orders, Figures figures) {
    var lines = new ArrayList<String>();
    if (orders.from() == null || orders.to() == null) {
      lines.add("No order counts.");
    } else {
      lines.add(
          "%s of %s, %s to %s, worth %s %s."
              .formatted(
                  Counted.of(orders.orders(), "order"),
                  Counted.of(orders.customers(), "customer"),
                  figures.date(orders.from()),
                  figures.date(orders.to()),
                  figures.decimal(orders.total().doubleValue(), 2),
                  business.currency().getCurrencyCode()));
    }
    orders
        .otherStatuses()
        .forEach(
            (status, count) ->
                lines.add("Left out, status %s: %s.".formatted(status, figures.count(count))));
    orders.notes().forEach(each -> lines.add("Damaged: " + each));
    orders.warnings().forEach(each -> lines.add("Warning: " + each));
    content.list(lines);
  }
}
