package dev.nightjar.cli;

import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.FittingEncodings;
import dev.nightjar.guess.Guess;
import dev.nightjar.guess.GuessSettings;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import dev.nightjar.home.Visible;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Describes a source from one of its files. */
@Command(
    name = "guess",
    description = {
      "Print a draft description of a file's source, to be saved in config/.",
      "Writes nothing. What the file does not decide is a question mark with the reason, and"
          + " nothing",
      "starts before it is decided."
    })
final class GuessCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file of the source.")
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "SYSTEM",
      description = "Whose export it is, such as shopify (default: found by the header).")
  private @Nullable String system;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding of the file, such as windows-1250 (default: found).")
  private @Nullable String encoding;

  @Override
  public void run() {
    var guess =
        new Guess(
            presets(nightjar.place()),
            SettingsLoader.section(nightjar.place(), BusinessSettings.class));
    if (system != null && !guess.systems().contains(system)) {
      throw wrong("There is no preset of %s; there are: %s".formatted(system, guess.systems()));
    }
    var shown = Visible.text(file.toString());
    if (!Files.isRegularFile(file)) {
      var problem = Files.exists(file) ? "Not a regular file: " : "File not found: ";
      throw new Failure(
          FailureCode.FILE_UNREADABLE,
          problem + shown + "\nNext: check the path, then the same command again");
    }
    try {
      System.out.print(guess.yaml(file, system, encoding == null ? null : charset(encoding)));
    } catch (IOException | BadFile e) {
      var reason = Visible.text(String.valueOf(e.getMessage()));
      throw new Failure(
          FailureCode.FILE_UNREADABLE, shown + " cannot be read: " + reason + next(e, shown), e);
    }
  }

  /** The presets that ship, and those of the home. */
  private static GuessSettings presets(Home home) {
    var shipped = new Home(home.installation(), home.installation(), List.of());
    var presets = new TreeMap<>(SettingsLoader.section(shipped, GuessSettings.class).presets());
    presets.putAll(SettingsLoader.section(home, GuessSettings.class).presets());
    return new GuessSettings(presets);
  }

  /** Prints a line of the file in each encoding that fits, for people to choose. */
  private String next(Exception thrown, String shown) {
    if (encoding != null || !String.valueOf(thrown.getMessage()).contains("the text is not")) {
      return "";
    }
    var lines = fitting();
    lines.forEach(each -> System.out.println(each.encoding() + ": " + Visible.text(each.line())));
    return lines.isEmpty()
        ? ""
        : "\nNext: nightjar guess %s --encoding %s, or another of the encodings above, whichever shows its line right"
            .formatted(shown, lines.get(0).encoding());
  }

  private List<FittingEncodings.Sample> fitting() {
    try {
      return FittingEncodings.of(file);
    } catch (IOException | BadFile e) {
      return List.of();
    }
  }

  private Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw wrong("There is no encoding " + name + "; there are, for example: UTF-8, windows-1250");
    }
  }

  private RuntimeException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
