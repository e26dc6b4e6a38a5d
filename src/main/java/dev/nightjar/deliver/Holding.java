package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.SentRows;
import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Profile;
import java.util.List;
import org.jooq.Condition;

/** What a destination has of an audience, in rows of a profile. */
record Holding(String destination, String audience, Profile profile) {

  Condition is(SentRows rows) {
    return rows.DESTINATION.eq(destination).and(rows.AUDIENCE.eq(audience));
  }

  /** What the cells of its rows hold. */
  List<String> contents() {
    return profile.columns().stream().map(Column::content).toList();
  }
}
