/**
 * The page of a customer.
 *
 * <p>In: a key, an e-mail address or a phone number, posted.<br>
 * Out: what is known of the customer; each look is in the audit.
 */
@NullMarked
package dev.nightjar.console.customers;

import org.jspecify.annotations.NullMarked;
