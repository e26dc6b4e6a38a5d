package dev.nightjar.formats;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object per line. The columns are the keys of the first object and the wanted ones;
 * a missing key is an empty cell.
 */
final class JsonLinesReader implements RecordReader {
  private static final int MOST_LINES_TO_FIRST_OBJECT = 1000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Lines lines;
  private final Set<String> wanted;
  private final List<String> columns;
  private final Map<String, Integer> indexes;
  private final String layout;
  private final Queue<Row> first = new ArrayDeque<>();

  /**
   * @param lines of the file, closed with this reader
   * @param layout for people
   * @throws BadFile if none of the first lines is an object
   */
  JsonLinesReader(Lines lines, Collection<String> wanted, String layout) throws IOException {
    this.lines = lines;
    this.wanted = new HashSet<>(wanted);
    this.layout = layout;
    var keys = new LinkedHashSet<String>();
    var seen = new ArrayList<Line>();
    while (keys.isEmpty()) {
      var text = lines.next();
      if (text == null && seen.isEmpty()) {
        throw new BadFile("the file is empty", null);
      }
      if (text == null || seen.size() == MOST_LINES_TO_FIRST_OBJECT) {
        throw new BadFile("no line is a JSON object", 1L);
      }
      seen.add(new Line(lines.number(), text));
      keys.addAll(keys(text));
    }
    keys.addAll(wanted);
    columns = List.copyOf(keys);
    indexes =
        IntStream.range(0, columns.size()).boxed().collect(Collectors.toMap(columns::get, i -> i));
    seen.forEach(line -> first.add(row(line.number, line.text)));
  }

  private record Line(long number, String text) {}

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (!first.isEmpty()) {
      return first.remove();
    }
    var text = lines.next();
    return text == null ? null : row(lines.number(), text);
  }

  @Override
  public String layout() {
    return layout;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Row row(long number, String text) {
    var cells = new String[columns.size()];
    Arrays.fill(cells, "");
    try (var json = object(text)) {
      Row.Fault fault = json == null ? Row.Fault.NOT_A_JSON_OBJECT : null;
      while (json != null && json.nextToken() == JsonToken.PROPERTY_NAME) {
        var key = json.currentName();
        var index = indexes.get(key);
        if (json.nextToken().isStructStart()) {
          json.skipChildren();
          fault = fault == null && wanted.contains(key) ? Row.Fault.NESTED_VALUE : fault;
        } else if (index != null && json.currentToken() != JsonToken.VALUE_NULL) {
          cells[index] = json.getString();
        }
      }
      if (json == null || json.nextToken() != null) {
        return unreadable(number, text);
      }
      return new Row(number, cells, fault);
    } catch (JacksonException e) {
      return unreadable(number, text);
    }
  }

  private static Row unreadable(long number, String text) {
    return new Row(number, new String[] {text}, Row.Fault.NOT_A_JSON_OBJECT);
  }

  private static List<String> keys(String text) {
    var keys = new ArrayList<String>();
    try (var json = object(text)) {
      while (json != null && json.nextToken() == JsonToken.PROPERTY_NAME) {
        keys.add(json.currentName());
        json.nextToken();
        json.skipChildren();
      }
      return keys;
    } catch (JacksonException e) {
      return List.of();
    }
  }

  /** The line's object, opened; null if the line is something else. */
  private static @Nullable JsonParser object(String text) {
    var json = JSON.createParser(ObjectReadContext.empty(), text);
    return json.nextToken() == JsonToken.START_OBJECT ? json : null;
  }
}
