package dev.nightjar.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
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
 * Reads JSON objects, one per line or the elements of an array. The columns are the keys of the
 * first object and the wanted ones; a missing key is an empty cell.
 */
final class JsonLinesReader implements RecordReader {
  private static final int MOST_LINES_TO_FIRST_OBJECT = 1000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The texts of the objects, one after the other. */
  interface Texts extends Closeable {
    /** The next text; null after the last. */
    @Nullable String next() throws IOException;

    /** The number of the text read last, which is unique. */
    long number();
  }

  private final Texts lines;
  private final Set<String> wanted;
  private final List<String> columns;
  private final Map<String, Integer> indexes;
  private final String layout;
  private final Queue<Row> first = new ArrayDeque<>();

  /**
   * @param lines texts of the file's objects, closed with this reader
   * @param layout for people
   * @throws BadFile if none of the first lines is an object
   */
  JsonLinesReader(Texts lines, Collection<String> wanted, String layout) throws IOException {
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

  /**
   * The texts of the elements of a JSON array, bounded in length, so that one is parsed at a time.
   */
  static final class Elements implements Texts {
    private static final int MOST_CHARACTERS = 16 << 20;

    private final Reader text;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private long line = 1;
    private long number;
    private boolean isOpen;

    Elements(Reader text) {
      this.text = text;
    }

    /**
     * The next element; null after the last.
     *
     * @throws BadFile if the array is not closed, or more follows it
     */
    @Override
    public @Nullable String next() throws IOException {
      int c = afterBlanks();
      if (!isOpen) {
        isOpen = c == '[';
        c = afterBlanks();
      } else if (c == ',') {
        c = afterBlanks();
      }
      if (c == ']') {
        if (afterBlanks() >= 0) {
          throw new BadFile("more text follows the JSON array", line);
        }
        at = end = 0;
        return null;
      }
      number++;
      return element(c);
    }

    /** The element read last, the first being 1: several can be on one line. */
    @Override
    public long number() {
      return number;
    }

    private String element(int first) throws IOException {
      var element = new StringBuilder();
      int depth = 0;
      boolean isText = false;
      for (int c = first; c >= 0; c = read()) {
        element.append((char) c);
        if (element.length() > MOST_CHARACTERS) {
          throw new BadFile(
              "an element is longer than %,d characters".formatted(MOST_CHARACTERS), number);
        }
        if (isText && c == '\\') {
          element.append((char) Math.max(read(), 0));
        } else if (c == '"') {
          isText = !isText;
        } else if (!isText) {
          depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        if (!isText && depth == 0 && isEnd()) {
          return element.toString();
        }
      }
      throw new BadFile("the file is cut off", line);
    }

    /** Whether the element is followed by the next one or the end of the array. */
    private boolean isEnd() throws IOException {
      int c = peek();
      return c == ',' || c == ']' || c >= 0 && c <= ' ';
    }

    private int afterBlanks() throws IOException {
      int c = read();
      while (c >= 0 && c <= ' ' || c == '\uFEFF') {
        c = read();
      }
      return c;
    }

    private int peek() throws IOException {
      if (at == end) {
        at = 0;
        end = Math.max(text.read(buffer, 0, buffer.length), 0);
      }
      return at == end ? -1 : buffer[at];
    }

    private int read() throws IOException {
      int c = peek();
      at += c < 0 ? 0 : 1;
      line += c == '\n' ? 1 : 0;
      return c;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
