/**
 * The accounts of the console, the tokens of its JSON API, and the record of what people did there.
 * Commands use it without the web pages.
 *
 * <p>In: names, roles, passwords and tokens; what somebody did.<br>
 * Out: {@code console.accounts}, {@code console.tokens} and {@code console.audit}.
 */
@NullMarked
package dev.nightjar.console.accounts;

import org.jspecify.annotations.NullMarked;
