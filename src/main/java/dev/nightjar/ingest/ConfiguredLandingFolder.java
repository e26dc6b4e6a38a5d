package dev.nightjar.ingest;

import dev.nightjar.home.Home;
import dev.nightjar.ports.LandingFolder;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The folders that the settings name. */
@Component
record ConfiguredLandingFolder(Home home, IngestSettings settings) implements LandingFolder {
  @Override
  public Path path() {
    return home.resolve(settings.landing());
  }

  @Override
  public Path inbox() {
    return home.resolve(settings.folder().path());
  }
}
