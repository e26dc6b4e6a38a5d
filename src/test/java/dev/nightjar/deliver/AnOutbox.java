package dev.nightjar.deliver;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.WrittenFiles;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.destinations.names.Layout;
import dev.nightjar.home.Home;
import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/**
 * A home with an outbox, and what is delivered of it.
 *
 * @param folder the home
 */
record AnOutbox(Path folder) {
  static final String EXTRACT = "crm/vip/2025-01-31";
  private static final Layout LAYOUT =
      new Layout(EXTRACT, "vip__2025-01-31__{kind}", null, "_SUCCESS", "datapackage.json", "none");
  static final String DATA = EXTRACT + "/vip__2025-01-31__full.csv";

  /** Writes an extract with a data file for each content. */
  Extract extract(String... contents) {
    var files = new ArrayList<DataFile>();
    for (int i = 0; i < contents.length; i++) {
      var name = "vip__2025-01-31__full%s.csv".formatted(i == 0 ? "" : "-" + (i + 1));
      write(EXTRACT + "/" + name, contents[i]);
      files.add(file(name));
    }
    var manifest = files.stream().map(file -> file.name() + " " + file.hash()).sorted();
    write(EXTRACT + "/datapackage.json", manifest.collect(Collectors.joining("\n")));
    write(EXTRACT + "/_SUCCESS", "");
    var change = ChangeCounts.of(files.size());
    return new Extract(
        new ExtractNames("crm", "vip", LocalDate.parse("2025-01-31"), LAYOUT, ".csv"),
        Map.of(FileKind.FULL, new WrittenFiles(files, null)),
        null,
        change,
        List.of(),
        List.of(),
        false,
        null);
  }

  /** Writes an extract of so many bytes. */
  Extract large(int bytes) {
    return extract("0123456789abcde\n".repeat(bytes / 16));
  }

  /** Writes a file into the outbox. */
  void write(String path, String content) {
    try {
      var file = folder.resolve("var/outbox").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataFile file(String name) {
    try {
      var content = FileDigest.of(folder.resolve("var/outbox").resolve(EXTRACT).resolve(name));
      return new DataFile(name, 1, content.bytes(), content.hash(), content.hash(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A delivery with settings, each as {@code key=value}. */
  ExtractUpload delivery(List<String> settings) {
    return new ExtractUpload(
        new Home(folder, Path.of("").toAbsolutePath(), List.of()),
        bound(settings),
        Clock.systemUTC());
  }

  static DeliverSettings bound(List<String> settings) {
    var values = new HashMap<String, String>();
    for (var setting : settings) {
      int equals = setting.indexOf('=');
      values.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return new Binder(
            List.of(new MapConfigurationPropertySource(values)),
            null,
            ApplicationConversionService.getSharedInstance())
        .bindOrCreate("deliver", DeliverSettings.class);
  }

  /** The files below a folder, each with what it holds. */
  static Map<String, String> files(Path folder) {
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
