/**
 * Tools that take rows over HTTPS, and no files.
 *
 * <p>In: the settings of an address or account, and files of rows as JSON, one a line.<br>
 * Out: batches of rows with a key that stays the same however often a batch is sent, and the steps
 * of the routes that send them: signed and confirmed one by one to an address of your own, or as
 * import jobs and list memberships to Klaviyo. Answers are never logged or part of an exception.
 */
@NullMarked
package dev.nightjar.transport.api;

import org.jspecify.annotations.NullMarked;
