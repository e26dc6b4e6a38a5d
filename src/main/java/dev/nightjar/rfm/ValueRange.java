package dev.nightjar.rfm;

/**
 * The values of a metric that a scored customer can have.
 *
 * @param areWhole whether all are whole numbers
 */
record ValueRange(double least, double most, boolean areWhole) {}
