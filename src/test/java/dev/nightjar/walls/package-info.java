/**
 * The walls of the house: what no class may do, however good the reason of the day.
 *
 * <p>In: the compiled classes under a root package, and the Java files under {@code src}.<br>
 * Out: every class, method and file on the wrong side of a wall, with why the wall is there.
 *
 * <p>{@link dev.nightjar.walls.WallsTest} holds Nightjar to the walls; {@link
 * dev.nightjar.walls.WallsBiteTest} shows on the classes of the package {@code broken} that each
 * wall would notice.
 */
@NullMarked
package dev.nightjar.walls;

import org.jspecify.annotations.NullMarked;
