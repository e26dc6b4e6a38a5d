/**
 * Audiences: which customers are selected for a purpose, and why some of them are left out.
 *
 * <p>In: the night's segments, clusters and metrics, and the customers with what they agreed to and
 * refused; who is like others tells {@link dev.nightjar.pipeline.NearestCustomers}.<br>
 * Out: the members of each audience, published or with the one reason to leave them out; who is
 * held out; and for each audience and night the counts, which add up.
 *
 * <p>Of the reasons of a member the first counts: erased, opted out of all, opted out of the
 * audience's channel, no consent to its purpose, no identifier that its destinations could use,
 * held out, member of an audience of higher priority. Members are kept as intervals of nights, so
 * that a night writes who changed and nothing else, and so that it is still known later who was
 * exported when.
 */
@NullMarked
package dev.nightjar.audiences;

import org.jspecify.annotations.NullMarked;
