/**
 * An invented retailer to try Nightjar with: about three years of orders, returns and customers,
 * and three nights on which their files arrive, with the accidents that files have in real life.
 *
 * <p>In: a seed, a number of customers and a last day.
 *
 * <p>Out: order and customer files in a folder, the same bytes for the same three values. So
 * nothing here depends on the time, the locale, the character set or the order of a hash.
 *
 * <p>Every person, e-mail address and phone number is made up; domains and numbers come from the
 * ranges that are reserved for examples and fiction.
 */
@NullMarked
package dev.nightjar.demo;

import org.jspecify.annotations.NullMarked;
