package dev.nightjar.audiences;

import java.util.Locale;

/** Why a member is not published; of several reasons, the first of these. */
enum Exclusion {
  /** The customer was erased, or has an identifier of somebody who was. */
  ERASED,
  /** All marketing is refused. */
  OPTED_OUT,
  /** The audience's channel is refused. */
  CHANNEL_OPTED_OUT,
  /** The customer did not agree to the audience's purpose. */
  NO_CONSENT,
  /** The audience's destinations could not recognise the customer. */
  NO_IDENTIFIER,
  HOLDOUT,
  /** Of an exclusive group, the customer is a member of one of higher priority. */
  LOWER_PRIORITY;

  /** As the tables spell it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
