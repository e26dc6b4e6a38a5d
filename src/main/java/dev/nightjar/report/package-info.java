/**
 * One HTML page per night, and the pictures that the page, the commands and other screens share.
 *
 * <p>In: answers of {@code views} about a published night; no table.<br>
 * Out: a page without scripts and without requests, the same bytes for the same night. It has
 * numbers of groups only, never a customer's key or data.
 */
@NullMarked
package dev.nightjar.report;

import org.jspecify.annotations.NullMarked;
