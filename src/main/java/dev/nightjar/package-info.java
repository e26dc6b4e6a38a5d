/**
 * The product: {@link dev.nightjar.NightlyJob} is the night, read aloud; {@link
 * dev.nightjar.Application} starts the commands.
 *
 * <p>In: order files of a retailer.<br>
 * Out: customer segments in the schema {@code published}, and audience extracts.
 */
@NullMarked
package dev.nightjar;

import org.jspecify.annotations.NullMarked;
