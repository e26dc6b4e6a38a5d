/**
 * What others published about data that anyone can get, held against what a night makes of it.
 *
 * <p>In: a folder with their data and results, and the tables after a night.<br>
 * Out: for each result, how many values were compared and how many of them differ.
 *
 * <p>No setting is chosen for its outcome: each says what the publication says. What no setting can
 * say is listed with its reason.
 */
@NullMarked
package dev.nightjar.oracles;

import org.jspecify.annotations.NullMarked;
