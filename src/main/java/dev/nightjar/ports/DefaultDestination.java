package dev.nightjar.ports;

/** Where audiences go that declare no destination of their own. */
public interface DefaultDestination {

  /** The name of the destination. */
  String destination();
}
