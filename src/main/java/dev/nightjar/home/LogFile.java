package dev.nightjar.home;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The private log of a home, rolled at the start of a command when it is long. Logback's own
 * rolling files read a path as a pattern, in which percent and dollar signs are special.
 */
public final class LogFile extends FileAppender<ILoggingEvent> {
  /** The system property that holds the path. */
  public static final String PATH = "nightjar.log";

  private static final long LONG = 50L << 20;
  private static final int KEPT = 10;

  @Override
  public void start() {
    var path =
        Path.of(System.getProperty(PATH, System.getProperty("java.io.tmpdir") + "/" + PATH))
            .toAbsolutePath();
    try {
      PrivateFiles.makeFolders(path.getParent());
      if (Files.exists(path) && Files.size(path) > LONG) {
        roll(path);
      }
      PrivateFiles.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      addError("the log cannot be written", e);
    }
    setFile(path.toString());
    super.start();
  }

  /** The newest of the earlier logs is number 1. */
  private static void roll(Path path) throws IOException {
    for (int number = KEPT; number > 0; number--) {
      var newer = number == 1 ? path : numbered(path, number - 1);
      if (Files.exists(newer)) {
        Files.move(newer, numbered(path, number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Path numbered(Path path, int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }
}
