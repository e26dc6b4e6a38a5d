/**
 * Nights that are disturbed at random moments and resumed, compared with a night that nobody
 * disturbed.
 *
 * <p>In: how many disturbances of each kind, and how to start Nightjar's commands.<br>
 * Out: what each disturbance hit, how many times the night had to be resumed, and whether what it
 * published and delivered is the same to the byte.
 */
@NullMarked
package dev.nightjar.bench.chaos;

import org.jspecify.annotations.NullMarked;
