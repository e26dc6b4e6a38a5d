/**
 * The pages of audiences, and the files that destinations got.
 *
 * <p>In: answers of {@code views}, counts of drafts, and files of the outbox.<br>
 * Out: pages, and the bytes of delivered files; each download is in the audit.
 */
@NullMarked
package dev.nightjar.console.audiences;

import org.jspecify.annotations.NullMarked;
