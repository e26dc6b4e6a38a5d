package dev.nightjar.deliver;

import dev.nightjar.home.Durable;
import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.ports.NightReport;
import dev.nightjar.ports.ReportFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Writes the reports of nights, one folder each, and removes those that are past retention. */
@Component
final class Reports implements ReportFiles {
  private static final String NAME = "report.html";

  private final Home home;
  private final DeliverSettings settings;
  private final NightReport report;

  Reports(Home home, DeliverSettings settings, NightReport report) {
    this.home = home;
    this.settings = settings;
    this.report = report;
  }

  @Override
  public Path write(LocalDate night) {
    var folder = home.resolve(settings.reports()).resolve(night.toString());
    var target = folder.resolve(NAME);
    try {
      PrivateFiles.makeFolders(folder);
      var part = folder.resolve("." + NAME + ".part");
      PrivateFiles.write(part, report.of(night));
      Durable.rename(part, target);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the reports of nights whose extracts have expired too. */
  void purge(LocalDate today) {
    var root = home.resolve(settings.reports());
    if (!Files.isDirectory(root)) {
      return;
    }
    try (var folders = Files.list(root)) {
      for (var folder : folders.filter(each -> isExpired(each, today)).toList()) {
        Files.deleteIfExists(folder.resolve(NAME));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isExpired(Path folder, LocalDate today) {
    var name = folder.getFileName().toString();
    return Outbox.isNight(name) && !LocalDate.parse(name).plus(settings.retention()).isAfter(today);
  }
}
