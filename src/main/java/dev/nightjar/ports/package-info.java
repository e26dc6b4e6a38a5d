/**
 * Operations of the stages that commands can call without knowing the stage.
 *
 * <p>In: a file, map, audience, person or customer that a command names; a change or model to
 * approve.<br>
 * Out: records. A stage package implements an interface of this package; a command gets it by type.
 */
@NullMarked
package dev.nightjar.ports;

import org.jspecify.annotations.NullMarked;
