package dev.nightjar.home;

import java.util.List;
import java.util.Map;

/** Settings that hold conditions between their values. */
public interface Checked {

  /** One line for each condition that does not hold, beginning with the key it is about. */
  List<String> problems();

  /**
   * One line for each condition that does not hold between these settings and those of other
   * sections, beginning with the key of these.
   *
   * @param others the settings of every section by its name, each as its keys and their values as
   *     text, {@code "null"} for none
   */
  default List<String> problems(Map<String, Object> others) {
    return List.of();
  }
}
