package dev.nightjar.ports;

import java.nio.file.Path;

/** The folder of the landing files. */
public interface LandingFolder {
  Path path();
}
