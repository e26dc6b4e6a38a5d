package dev.nightjar.home;

import java.util.List;

/** Settings that hold conditions between their values. */
public interface Checked {

  /** One line for each condition that does not hold, beginning with the key it is about. */
  List<String> problems();

  /**
   * What other sections may refer to. It is asked of settings that have problems too, so that any
   * value may be null.
   */
  default List<Offers> offers() {
    return List.of();
  }

  /**
   * One line for each condition that does not hold between these settings and what other sections
   * offer, beginning with the key of these.
   */
  default List<String> problems(Vocabulary vocabulary) {
    return List.of();
  }
}
