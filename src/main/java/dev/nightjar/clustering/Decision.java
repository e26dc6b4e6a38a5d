package dev.nightjar.clustering;

import java.util.Locale;

/** Where a night's clusters come from. */
enum Decision {
  /** There was no model. */
  FIRST,
  /** The model in force is for other features, transforms, scaling or population. */
  REDEFINED,
  /** A new model, whose clusters are recognised as the old ones; a better one can be proposed. */
  REFITTED,
  /** The model in force. */
  KEPT,
  /** The model in force; a new model differs too much and is only proposed. */
  PROPOSED,
  /** A model that an earlier night proposed. */
  ACCEPTED,
  /** No two different customers, and no model to apply. */
  NOBODY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
