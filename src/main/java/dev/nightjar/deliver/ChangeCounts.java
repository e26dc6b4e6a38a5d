package dev.nightjar.deliver;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an extract changes at its destination, in customers.
 *
 * @param since the night against which is compared; null where nothing was confirmed before
 * @param before customers at the destination
 * @param customers customers there afterwards
 * @param added new customers
 * @param changed customers whose row differs from before
 * @param removed customers who are no longer there
 */
record ChangeCounts(
    @Nullable LocalDate since,
    long before,
    long customers,
    long added,
    long changed,
    long removed) {}
