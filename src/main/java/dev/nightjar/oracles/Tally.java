package dev.nightjar.oracles;

/**
 * A count of compared values.
 *
 * @param checked values in either
 * @param differing values that are not the same in both
 */
public record Tally(long checked, long differing) {}
