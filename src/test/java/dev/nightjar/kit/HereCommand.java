package dev.nightjar.kit;

import dev.nightjar.Application;
import dev.nightjar.bench.chaos.InThisProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A command run as {@link Application} does it, but without a process of its own. */
final class HereCommand {
  private HereCommand() {}

  /**
   * @param installation with the settings of homes that have none
   */
  static NightjarProcess.Result run(Path installation, String... arguments) {
    var outcome = InThisProcess.run(installation, Application::open, arguments);
    keep(outcome.output());
    return new NightjarProcess.Result(outcome.exitCode(), outcome.output());
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

  static void keep(String printed) {
    try {
      Files.createDirectories(NightjarProcess.PRINTED);
      Files.writeString(Files.createTempFile(NightjarProcess.PRINTED, "nightjar", ".out"), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
