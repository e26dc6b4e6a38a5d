/**
 * The accounts of the console, and the record of what people did there. Commands use it without the
 * web pages.
 *
 * <p>In: names, roles and passwords; what somebody did.<br>
 * Out: {@code console.accounts} and {@code console.audit}.
 */
@NullMarked
package dev.nightjar.console.accounts;

import org.jspecify.annotations.NullMarked;
