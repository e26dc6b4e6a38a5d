package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import dev.nightjar.identity.Channels;
import dev.nightjar.identity.Identities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that follow from other columns of the same line: identities of a person, and the
 * channels of a suppression.
 *
 * @param email index of the values from which they are made; -1 if there is none, as for the others
 * @param identities index of the value to fill
 */
record PersonFields(
    int key, int email, int phone, int country, int channel, int identities, int channels) {

  /** Adds the columns to the targets of a feed that has a column they are made from. */
  static PersonFields addTo(List<String> targets, Feed feed) {
    int key =
        feed.isOfOrders() ? -1 : targets.indexOf(Tables.CUSTOMER_RECORDS.CUSTOMER_KEY.getName());
    int email = targets.indexOf(Tables.CUSTOMER_RECORDS.EMAIL.getName());
    int phone = targets.indexOf(Tables.CUSTOMER_RECORDS.PHONE.getName());
    int country = targets.indexOf(Tables.CUSTOMER_RECORDS.COUNTRY.getName());
    int channel = targets.indexOf(Tables.SUPPRESSIONS.CHANNEL.getName());
    int identities =
        key < 0 && email < 0 && phone < 0
            ? -1
            : add(targets, Tables.CUSTOMER_RECORDS.IDENTITIES.getName());
    int channels = channel < 0 ? -1 : add(targets, Tables.SUPPRESSIONS.CHANNELS.getName());
    return new PersonFields(key, email, phone, country, channel, identities, channels);
  }

  private static int add(List<String> targets, String column) {
    targets.add(column);
    return targets.size() - 1;
  }

  /** Fills the columns of a line. */
  void fill(@Nullable Object[] values) {
    if (identities >= 0) {
      var found = Identities.of(text(values, email), text(values, phone), text(values, country));
      found.addAll(Identities.ofContactKey(text(values, key), text(values, country)));
      values[identities] = found.isEmpty() ? null : found.toArray(String[]::new);
    }
    if (channels >= 0) {
      var named = text(values, channel);
      values[channels] =
          named == null
              ? null
              : Channels.of(named).map(each -> each.toArray(String[]::new)).orElse(null);
    }
  }

  private static @Nullable String text(@Nullable Object[] values, int index) {
    return index < 0 ? null : (String) values[index];
  }
}
