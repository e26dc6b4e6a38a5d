/**
 * Classes that break the walls on purpose, so that a test can watch each wall bite.
 *
 * <p>In: the layout of Nightjar.<br>
 * Out: at least one offender per wall, named for what it would be in Nightjar.
 *
 * <p>This is the one package here that keeps wall 7; the others have no {@code package-info} or, in
 * {@code broken.demo}, an insufficient one.
 */
@NullMarked
package broken;

import org.jspecify.annotations.NullMarked;
