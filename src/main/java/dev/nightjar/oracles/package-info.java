/**
 * Published results on public data, compared with the results of a night.
 *
 * <p>In: a folder with published data and results, and the tables after a night.<br>
 * Out: for each result, how many values were compared and how many of them differ.
 *
 * <p>No setting is chosen for its outcome: each follows the publication. Results that no setting
 * can express are listed with the reason.
 */
@NullMarked
package dev.nightjar.oracles;

import org.jspecify.annotations.NullMarked;
