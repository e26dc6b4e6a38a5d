package dev.nightjar.report;

import dev.nightjar.views.Audiences;
import dev.nightjar.views.Development;
import dev.nightjar.views.Moves;
import dev.nightjar.views.ScoreGrid;
import dev.nightjar.views.Segments;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the report of a night shows.
 *
 * @param currency code of the currency of all values
 * @param moves null for the first published night
 * @param warnings one line each
 */
record NightFacts(
    LocalDate night,
    String currency,
    Segments segments,
    ScoreGrid scores,
    Development development,
    @Nullable Moves moves,
    Audiences audiences,
    List<String> warnings) {}
