package dev.nightjar.kit;

import dev.nightjar.Application;
import dev.nightjar.cli.NightjarCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** A command run as {@link Application} does it, but without a process of its own. */
final class HereCommand {
  private HereCommand() {}

  /**
   * @param installation with the settings of homes that have none
   */
  static NightjarProcess.Result run(Path installation, String... arguments) {
    var printed = new ByteArrayOutputStream();
    int exitCode = printingTo(printed, installation, arguments);
    keep(printed);
    return new NightjarProcess.Result(exitCode, printed.toString(StandardCharsets.UTF_8));
  }

  /**
   * The command with the shop's folder, and with the shop's settings that it does not give itself;
   * where it declares audiences, they are the only ones.
   */
  static String[] withShop(Shop shop, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", shop.folder().toString()));
    for (var setting : shop.settings()) {
      var start =
          setting.startsWith(Shop.AUDIENCES)
              ? Shop.AUDIENCES
              : setting.substring(0, setting.indexOf('=') + 1);
      if (Stream.of(arguments).noneMatch(each -> each.replace("--set=", "").startsWith(start))) {
        all.addAll(List.of("--set", setting));
      }
    }
    return all.toArray(String[]::new);
  }

  private static int printingTo(
      ByteArrayOutputStream printed, Path installation, String[] arguments) {
    var out = System.out;
    var err = System.err;
    var locale = Locale.getDefault();
    var properties = (Properties) System.getProperties().clone();
    try (var screen = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(screen);
      System.setErr(screen);
      Locale.setDefault(Locale.ROOT);
      System.setProperty("picocli.ansi", "false");
      System.setProperty("nightjar.installation", installation.toString());
      return NightjarCommand.run(arguments, Application::open);
    } finally {
      System.setProperties(properties);
      Locale.setDefault(locale);
      System.setErr(err);
      System.setOut(out);
    }
  }

  private static void keep(ByteArrayOutputStream printed) {
    try {
      Files.createDirectories(NightjarProcess.PRINTED);
      Files.write(
          Files.createTempFile(NightjarProcess.PRINTED, "nightjar", ".out"), printed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
