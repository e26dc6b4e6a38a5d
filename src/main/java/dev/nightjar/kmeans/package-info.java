/**
 * k-means on a matrix, without nights, SQL or Spring. The only package that knows ELKI.
 *
 * <p>In: a {@link dev.nightjar.kmeans.Matrix} of scaled, finite features, one row per customer.<br>
 * Out: a {@link dev.nightjar.kmeans.Clustered} for each k, with its quality; the agreement and the
 * matching of two clusterings; the nearest rows of a row.
 */
@NullMarked
package dev.nightjar.kmeans;

import org.jspecify.annotations.NullMarked;
