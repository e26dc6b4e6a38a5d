package dev.nightjar.oracles;

/**
 * A published result at which Nightjar cannot arrive, whatever it is told.
 *
 * @param data what it is about
 * @param publication where it was published
 * @param reason why not
 */
public record NotExpressible(String name, String data, String publication, String reason) {}
