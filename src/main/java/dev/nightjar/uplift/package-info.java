/**
 * The statistics of uplift: two groups of customers compared, without nights or SQL.
 *
 * <p>In: the sizes of the groups, and the revenue of each customer.<br>
 * Out: differences with their intervals, and whether they can be trusted.
 */
@NullMarked
package dev.nightjar.uplift;

import org.jspecify.annotations.NullMarked;
