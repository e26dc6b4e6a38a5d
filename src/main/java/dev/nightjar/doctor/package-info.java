/**
 * What keeps, or would keep, nights from running: the disk, the clock, ports, permissions, keys,
 * settings, the database, and what earlier nights left to do. Reads only.
 *
 * <p>In: the home and its settings, right or wrong; the database, if it can be reached; views.<br>
 * Out: findings, each with what to do next.
 */
@NullMarked
package dev.nightjar.doctor;

import org.jspecify.annotations.NullMarked;
