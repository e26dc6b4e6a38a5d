package dev.nightjar.clustering;

import java.util.Locale;

/** How a night comes by its clusters. */
enum Decision {
  /** There was no model. */
  FIRST,
  /** The model in force is for other features, transforms, scaling or population. */
  REDEFINED,
  /** A new model, whose clusters are recognised as the old ones. */
  REFITTED,
  /** The model in force. */
  KEPT,
  /** The model in force, beside a new one that differs too much to be taken unasked. */
  PROPOSED,
  /** A model that an earlier night proposed. */
  ACCEPTED,
  /** No two different customers, and no model to go by. */
  NOBODY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
