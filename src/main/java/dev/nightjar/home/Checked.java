package dev.nightjar.home;

import java.util.List;

/** Settings with conditions between their values. */
public interface Checked {

  /** One line per violated condition, beginning with its key. */
  List<String> problems();

  /**
   * The names that other sections can refer to. It is also called for settings with problems, so
   * any value can be null.
   */
  default List<Offers> offers() {
    return List.of();
  }

  /**
   * One line per violated condition between these settings and the vocabulary of other sections,
   * beginning with the key of these settings.
   */
  default List<String> problems(Vocabulary vocabulary) {
    return List.of();
  }
}
