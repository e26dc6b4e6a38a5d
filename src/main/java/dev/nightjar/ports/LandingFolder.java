package dev.nightjar.ports;

import java.nio.file.Path;

/** The folders of the files that come. */
public interface LandingFolder {
  /** The folder of the landing files. */
  Path path();

  /** The inbox on this machine. */
  Path inbox();
}
