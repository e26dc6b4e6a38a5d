/**
 * What commands and other stages may ask a stage, without knowing the stage.
 *
 * <p>In: a file, a map, an audience, a person or a customer that a command names.<br>
 * Out: answers as records. A stage package implements an interface of this package; others ask for
 * it by type.
 */
@NullMarked
package dev.nightjar.ports;

import org.jspecify.annotations.NullMarked;
