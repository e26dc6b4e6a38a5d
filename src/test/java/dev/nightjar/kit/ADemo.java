package dev.nightjar.kit;

import dev.nightjar.demo.DemoShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The demo's shop with its audiences, in a test's own folder and database. */
public final class ADemo {
  /** The last night. */
  public static final LocalDate LAST = LocalDate.parse("2026-06-30");

  private static final int SEED = 1;
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private ADemo() {}

  /** Runs the three nights of the demo. */
  public static void in(Shop shop, int customers) {
    configure(shop.folder().resolve("config"));
    var demo = new DemoShop(SEED, customers, LAST);
    for (var night : demo.nights()) {
      deliver(demo, night, shop.folder().resolve("inbox"));
      shop.run(night.toString());
    }
  }

  private static void configure(Path config) {
    var shipped = Installation.folder().resolve("config");
    var samples =
        Stream.of("shop.yaml", "shop-audiences.yaml").map(shipped.resolve("samples")::resolve);
    try (var files = Files.list(shipped)) {
      Files.createDirectories(config);
      for (var file : Stream.concat(files, samples).filter(Files::isRegularFile).toList()) {
        Files.copy(file, config.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deliver(DemoShop demo, LocalDate night, Path inbox) {
    try {
      Files.createDirectories(inbox);
      List<Path> files = demo.deliver(night, inbox);
      for (var file : files) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
