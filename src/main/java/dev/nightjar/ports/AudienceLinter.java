package dev.nightjar.ports;

import java.util.List;

/** Checks the declared audiences; needs neither a night nor a database. */
public interface AudienceLinter {

  /** Warnings about valid but unwise settings, one line each. */
  List<String> warnings();
}
