package dev.nightjar.ports;

import java.util.List;

/** Looks at the declared audiences; needs no night and no database. */
public interface AudienceLinter {

  /** What is allowed and still unwise, one line each. */
  List<String> warnings();
}
