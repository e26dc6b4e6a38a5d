/**
 * Facts about a customer in a night, and conditions on them, for every section whose settings
 * select customers.
 *
 * <p>In: ranges and values as settings write them.<br>
 * Out: a condition on the columns of a query, or a text.
 */
@NullMarked
package dev.nightjar.facts;

import org.jspecify.annotations.NullMarked;
