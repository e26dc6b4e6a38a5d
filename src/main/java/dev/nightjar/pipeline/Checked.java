package dev.nightjar.pipeline;

import java.util.List;

/** Settings that hold conditions between their values. */
public interface Checked {

  /** One line for each condition that does not hold, beginning with the key it is about. */
  List<String> problems();
}
