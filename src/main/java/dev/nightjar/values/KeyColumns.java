package dev.nightjar.values;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The keys among the values of a file's lines, and what a spreadsheet did to them. */
public final class KeyColumns {
  private final List<String> columns;
  private final int[] places;
  private final KeyDamage[] damages;

  /**
   * @param places of the keys among the values of a line, by their columns in the file
   */
  public KeyColumns(Map<String, Integer> places) {
    this.columns = List.copyOf(places.keySet());
    this.places = columns.stream().mapToInt(places::get).toArray();
    this.damages = columns.stream().map(column -> new KeyDamage()).toArray(KeyDamage[]::new);
  }

  /** Takes a line into account that was read. */
  public void see(@Nullable Object[] values) {
    for (int i = 0; i < places.length; i++) {
      if (values[places[i]] instanceof String key) {
        damages[i].see(key);
      }
    }
  }

  /** What a person should know; names no key. */
  public List<String> notes() {
    return IntStream.range(0, damages.length)
        .mapToObj(i -> damages[i].note(columns.get(i)))
        .flatMap(Optional::stream)
        .toList();
  }
}
