/**
 * Write, audit, publish: the night becomes what the business sees.
 *
 * <p>In: the night's rows of the stages before, and the checks of {@code db/checks}, each of which
 * returns the rows that break a promise.<br>
 * Out: the tables behind the views of the schema {@code published}, swapped in one transaction.
 */
@NullMarked
package dev.nightjar.publish;

import org.jspecify.annotations.NullMarked;
