/**
 * Numbers and ids as sources write them.
 *
 * <p>In: the text of a value, and what its source says of how it is written.<br>
 * Out: the value itself; an exception without the text if it is none.
 */
@NullMarked
package dev.nightjar.values;

import org.jspecify.annotations.NullMarked;
