package dev.nightjar.guess;

import dev.nightjar.home.Visible;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** YAML of a source, with a question mark where the file does not decide. */
final class Draft {
  static final String UNKNOWN = "\"?\"";
  private final StringBuilder yaml = new StringBuilder();

  /** Adds a comment in a line of its own. */
  Draft comment(String text) {
    yaml.append("# ").append(Visible.text(text)).append('\n');
    return this;
  }

  /** Adds a key with a value that is YAML already. */
  Draft line(int depth, String key, String value, @Nullable String comment) {
    yaml.append("  ".repeat(depth)).append(key).append(':');
    yaml.append(value.isEmpty() ? "" : " " + value);
    if (comment != null) {
      yaml.append(" # ").append(Visible.text(comment));
    }
    yaml.append('\n');
    return this;
  }

  /** Adds a comment at the depth of a key. */
  Draft note(int depth, String text) {
    yaml.append("  ".repeat(depth));
    return comment(text);
  }

  /** Adds a key that someone has to decide. */
  Draft question(int depth, String key, String why) {
    return line(depth, key, UNKNOWN, why);
  }

  /** A text in quotes; YAML reads the escapes of control characters. */
  static String quoted(String text) {
    return "\"" + Visible.text(text.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
  }

  static String list(List<String> texts) {
    return texts.stream().map(Draft::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A list of names that need no quotes. */
  static String names(Iterable<String> names) {
    return "[" + String.join(", ", names) + "]";
  }

  @Override
  public String toString() {
    return yaml.toString();
  }
}
