package dev.nightjar.audiences;

import dev.nightjar.kit.Shop;

/** Declares the audiences of a shop. */
record AnAudience(Shop shop) {

  static AnAudience in(Shop shop) {
    return new AnAudience(shop);
  }

  /** Adds settings of an audience, as {@code select.orders.at-least=1}. */
  AnAudience declare(String name, String... settings) {
    for (var setting : settings) {
      shop.with("audiences.declared." + name + "." + setting);
    }
    return this;
  }

  /** The same for one that takes those without a record of theirs. */
  AnAudience consentForContacts(String name, String... settings) {
    return declare(name, settings).declare(name, "consent=for-contacts");
  }

  /** Lets a column of the customers' files tell the consent to a purpose. */
  AnAudience consentTo(String purpose, String column) {
    shop.with("ingest.sources.shop-customers.columns.consent-" + purpose + "=" + column);
    return this;
  }

  /** Adds a source of suppressions with the columns key, mail, tel and by. */
  AnAudience suppressions(String source) {
    var prefix = "ingest.sources." + source + ".";
    shop.with(prefix + "feed=suppressions")
        .with(prefix + "files=suppressions-*.csv")
        .with(prefix + "columns.customer=key")
        .with(prefix + "columns.email=mail")
        .with(prefix + "columns.phone=tel")
        .with(prefix + "columns.channel=by");
    return this;
  }
}
