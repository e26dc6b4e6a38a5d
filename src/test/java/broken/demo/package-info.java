/**
 * Says what comes in, and not what goes out.
 *
 * <p>In: a seed.
 */
@NullMarked
package broken.demo;

import org.jspecify.annotations.NullMarked;
