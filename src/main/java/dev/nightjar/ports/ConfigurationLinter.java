package dev.nightjar.ports;

import java.util.List;

/** Checks a configuration as {@code nightjar lint} does. */
public interface ConfigurationLinter {

  /**
   * The problems of the configuration as it is now, one line each.
   *
   * @param more settings on top of it, each as {@code key=value}
   */
  List<String> problems(List<String> more);
}
