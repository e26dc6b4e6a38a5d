/**
 * What commands may ask a stage to do, without knowing the stage.
 *
 * <p>In: a file, a map, an audience, a person or a customer that a command names; a change or a
 * model that somebody approves.<br>
 * Out: answers as records. A stage package implements an interface of this package; a command asks
 * for it by type.
 */
@NullMarked
package dev.nightjar.ports;

import org.jspecify.annotations.NullMarked;
