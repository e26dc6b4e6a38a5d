/**
 * What customers can be expected to buy in the days after the night.
 *
 * <p>In: {@code orders.order_parts}, all of them up to the night, and the first order of each
 * customer from {@code rfm.metrics}.<br>
 * Out: {@code forecast.nights}, the models of each night, and {@code forecast.customers}, a
 * forecast per customer with an order.
 *
 * <p>Purchases follow the BG/NBD model, their values the gamma-gamma model, both fitted by maximum
 * likelihood from the parameters of the night before. As in the papers, orders of one day are one
 * purchase, the first day with an order starts a customer's history and is not a repeat purchase,
 * and time is in weeks. A night whose customers are too few for a model has no forecast, and goes
 * on.
 */
@NullMarked
package dev.nightjar.forecast;

import org.jspecify.annotations.NullMarked;
