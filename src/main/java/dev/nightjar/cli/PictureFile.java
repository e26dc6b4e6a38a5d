package dev.nightjar.cli;

import dev.nightjar.drawings.Drawing;
import dev.nightjar.drawings.Figures;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.report.ClusterPictures;
import dev.nightjar.report.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that can draw what they print. */
final class PictureFile {
  /** Pictures with the numbers of all tables. */
  static final Pictures PICTURES = new Pictures(new Figures(Locale.ROOT));

  static final ClusterPictures CLUSTERS = new ClusterPictures(new Figures(Locale.ROOT));

  private static final double WIDTH = 920;

  @Option(names = "--svg", paramLabel = "FILE", description = "Also draw it into an SVG file.")
  private @Nullable Path file;

  /**
   * Writes a picture, if one is wanted.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if the file cannot be written
   */
  void write(Drawing.Picture picture) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, picture.draw(WIDTH).file());
    } catch (IOException e) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "The picture could not be written to %s: %s%nNext: name a file that can be written"
              .formatted(file, Failure.reason(e)));
    }
  }
}
