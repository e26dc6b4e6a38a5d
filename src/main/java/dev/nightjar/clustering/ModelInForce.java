package dev.nightjar.clustering;

import java.time.LocalDate;

/**
 * The model that a night finds in force.
 *
 * @param night that it is stored with
 * @param isProposed whether that night proposed it, so that it takes effect by being accepted
 */
record ModelInForce(LocalDate night, boolean isProposed, Model model) {}
