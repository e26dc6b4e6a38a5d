package dev.nightjar.alerts;

import java.io.IOException;

/** A way to reach the people on call. */
interface AlertChannel {

  /** Its key in the settings, below {@code alerts}. */
  String name();

  /**
   * Sends an alert once.
   *
   * @throws IOException if it did not arrive; the message has no address and no password
   */
  void send(Alert alert) throws IOException, InterruptedException;
}
