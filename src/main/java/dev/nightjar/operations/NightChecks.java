package dev.nightjar.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The checks of {@code db/checks}: each is a query for the rows that break its promise. */
final class NightChecks {
  private static final String ENDING = ".sql";

  /** Checks that keep people who refused, were erased or are held out from being published. */
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "no_contact_without_consent",
          "no_erased_customer_is_published",
          "no_held_out_customer_is_published",
          "no_opted_out_customer_is_published",
          "no_refused_identity_is_published");

  private NightChecks() {}

  /** The keys of the checks in the settings. */
  static Set<String> keys() {
    return queries().keySet().stream().map(NightChecks::key).collect(Collectors.toSet());
  }

  /** The key of a check in the settings: keys have no underscores. */
  static String key(String name) {
    return name.replace('_', '-');
  }

  static boolean protectsPeople(String key) {
    return OF_PEOPLE.stream().map(NightChecks::key).anyMatch(key::equals);
  }

  /** The number of rows that each check returns, by its name. */
  static Map<String, Integer> rows(DSLContext db, LocalDate night) {
    var rows = new TreeMap<String, Integer>();
    queries()
        .forEach(
            (name, query) ->
                rows.put(name, db.fetch(query.replace(":night", "{0}"), DSL.val(night)).size()));
    return rows;
  }

  private static Map<String, String> queries() {
    try {
      var queries = new TreeMap<String, String>();
      for (var file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:db/checks/*" + ENDING)) {
        var name = Objects.requireNonNull(file.getFilename());
        queries.put(
            name.substring(0, name.length() - ENDING.length()),
            file.getContentAsString(StandardCharsets.UTF_8));
      }
      return queries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
