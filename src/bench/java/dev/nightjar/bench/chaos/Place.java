package dev.nightjar.bench.chaos;

import java.util.List;
import java.util.Map;

/** Where extracts go that do not stay in the home. */
public interface Place {

  /** The settings of the destinations that deliver there. */
  List<String> settings();

  /** Remembers what is there. */
  void keep() throws Exception;

  /** Brings back what was there. */
  void reset() throws Exception;

  /** The hash of each file by its path. */
  Map<String, String> files() throws Exception;
}
