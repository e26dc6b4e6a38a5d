package dev.nightjar.cli;

import dev.nightjar.home.ProductVersion;
import picocli.CommandLine.Command;

/** Shows the version. */
@Command(
    name = "version",
    aliases = "--version",
    description = "Show the version of Nightjar and of Java.")
final class VersionCommand implements Runnable {
  @Override
  public void run() {
    System.out.printf(
        "nightjar %s%njava %s%n", ProductVersion.text(), System.getProperty("java.version"));
  }
}
