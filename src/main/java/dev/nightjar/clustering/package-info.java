/**
 * Scored customers become k clusters. The only package that knows ELKI.
 *
 * <p>In: recency, frequency and monetary value of {@code rfm.scores}.<br>
 * Out: {@code clustering.models} with its features, quality and centroids, and {@code
 * clustering.members}.
 *
 * <p>The metrics are skewed, so they are clustered as z-scores of log(1 + x); centroids are told in
 * days, orders and money again.
 */
@NullMarked
package dev.nightjar.clustering;

import org.jspecify.annotations.NullMarked;
