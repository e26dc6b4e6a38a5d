package dev.nightjar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Addresses of the console's pages, from the routes that it answers. */
final class ConsoleAddresses {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final String GET = "GET ";

  /** Programs read it, with a limit of its own. */
  private static final String API = "/api/";

  private ConsoleAddresses() {}

  /**
   * The addresses that a browser can ask for.
   *
   * @param routes such as {@code GET /nights/{night}}
   * @param values of the variables, by their name
   * @throws IllegalStateException if a route has a variable without a value: give it one here
   */
  static List<String> of(List<String> routes, Map<String, String> values) {
    var addresses = new ArrayList<String>();
    for (var route : routes) {
      if (route.startsWith(GET) && !route.startsWith(GET + API)) {
        addresses.add(
            VARIABLE
                .matcher(route.substring(GET.length()))
                .replaceAll(variable -> value(variable.group(1), values, route)));
      }
    }
    return addresses;
  }

  private static String value(String variable, Map<String, String> values, String route) {
    var value = values.get(variable);
    if (value == null) {
      throw new IllegalStateException("no value for {%s} in %s".formatted(variable, route));
    }
    return value;
  }
}
