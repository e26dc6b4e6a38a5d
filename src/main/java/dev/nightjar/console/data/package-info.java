/**
 * The pages of sources and files.
 *
 * <p>In: answers of {@code views}, and files that somebody uploads.<br>
 * Out: pages; an uploaded file is removed once it is shown.
 */
@NullMarked
package dev.nightjar.console.data;

import org.jspecify.annotations.NullMarked;
