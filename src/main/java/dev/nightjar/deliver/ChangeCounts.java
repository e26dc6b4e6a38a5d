package dev.nightjar.deliver;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an extract changes at its destination, in customers.
 *
 * @param since the night against which is compared; null where nothing was confirmed before
 * @param before customers whom the destination has
 * @param customers customers whom it has afterwards
 * @param added those whom it had not
 * @param changed those whom it has with another row than before
 * @param removed those whom it had
 */
record ChangeCounts(
    @Nullable LocalDate since,
    long before,
    long customers,
    long added,
    long changed,
    long removed) {}
