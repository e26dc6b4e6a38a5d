/**
 * Audiences: which customers are selected for a purpose, and why some of them are left out.
 *
 * <p>In: the night's segments, clusters and metrics, and the customers with what they agreed to and
 * refused; {@link dev.nightjar.pipeline.NearestCustomers} finds lookalikes.<br>
 * Out: the members of each audience, published or with one reason for the exclusion; the holdouts;
 * and the counts of each audience and night, which add up.
 *
 * <p>The first reason that applies counts: erased, opted out of all, opted out of the audience's
 * channel, no consent to its purpose, no identifier that its destinations could use, held out,
 * member of an audience of higher priority. Members are kept as intervals of nights, so that a
 * night writes only changes, and past exports stay known.
 */
@NullMarked
package dev.nightjar.audiences;

import org.jspecify.annotations.NullMarked;
