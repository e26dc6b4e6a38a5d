package dev.nightjar.cli;

import java.util.Optional;
import picocli.CommandLine.Command;

/** Shows the version. */
@Command(
    name = "version",
    aliases = "--version",
    description = "Show the version of Nightjar and of Java.")
final class VersionCommand implements Runnable {
  @Override
  public void run() {
    var version = NightjarCommand.class.getPackage().getImplementationVersion();
    System.out.printf(
        "nightjar %s%njava %s%n",
        Optional.ofNullable(version).orElse("(not packaged)"), System.getProperty("java.version"));
  }
}
