/**
 * Pictures as SVG, and the markup that pictures and reports are made of. Without nights, SQL or
 * Spring; the same values give the same bytes.
 *
 * <p>In: names and numbers as plain values, a locale for numbers, a width.<br>
 * Out: drawings that stand alone in a file or inside an HTML page, with a tooltip and, if wanted, a
 * link for each shape.
 */
@NullMarked
package dev.nightjar.drawings;

import org.jspecify.annotations.NullMarked;
