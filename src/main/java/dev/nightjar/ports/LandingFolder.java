package dev.nightjar.ports;

import java.nio.file.Path;

/** Where the landing files are. */
public interface LandingFolder {
  Path path();
}
