/**
 * What end-to-end tests are made of: a real PostgreSQL, a shop with its own database and folder, a
 * clock that is set by hand.
 *
 * <p>In: order lines in words.<br>
 * Out: a night that really ran.
 */
@NullMarked
package dev.nightjar.kit;

import org.jspecify.annotations.NullMarked;
