package dev.nightjar.oracles;

/**
 * A published result that no settings of Nightjar can reproduce.
 *
 * @param data the data set
 * @param publication where it was published
 * @param reason why no setting can express it
 */
public record NotExpressible(String name, String data, String publication, String reason) {}
