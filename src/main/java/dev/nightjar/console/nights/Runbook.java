package dev.nightjar.console.nights;

import dev.nightjar.drawings.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The runbook by its headings, as markup for a page. It has the constructs that the runbook uses.
 */
final class Runbook {
  private static final Pattern SPAN =
      Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\([^)]+\\)");
  private static final Map<String, List<String>> SECTIONS = sections();

  private Runbook() {}

  /**
   * A section.
   *
   * @param heading such as the name of a failure code
   * @return markup; empty if there is no such heading
   */
  static Optional<String> section(String heading) {
    return Optional.ofNullable(SECTIONS.get(heading)).map(lines -> new Reader(lines).read());
  }

  private static Map<String, List<String>> sections() {
    var sections = new HashMap<String, List<String>>();
    var lines = new ArrayList<String>();
    for (var line : text().lines().toList()) {
      if (line.startsWith("## ")) {
        lines = new ArrayList<>();
        sections.put(line.substring(3), lines);
      } else {
        lines.add(line);
      }
    }
    return sections;
  }

  private static String text() {
    try (InputStream in = Runbook.class.getResourceAsStream("/ops/runbook.md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the lines of a section from top to bottom. */
  private static final class Reader {
    private final List<String> lines;
    private final Element all = Element.of("div").with("class", "runbook");
    private int at;

    private Reader(List<String> lines) {
      this.lines = lines;
    }

    private String read() {
      while (at < lines.size()) {
        var line = lines.get(at);
        if (line.isBlank()) {
          at++;
        } else if (line.startsWith("```")) {
          all.add(code());
        } else if (line.startsWith("|")) {
          all.add(table());
        } else {
          all.add(paragraph());
        }
      }
      return all.toString();
    }

    private Element code() {
      var code = new StringBuilder();
      for (at++; !lines.get(at).startsWith("```"); at++) {
        code.append(lines.get(at)).append('\n');
      }
      at++;
      return Element.of("pre", code.toString()).with("tabindex", "0");
    }

    private Element table() {
      var table = Element.of("table");
      for (boolean isHead = true; at < lines.size() && lines.get(at).startsWith("|"); at++) {
        if (!lines.get(at).startsWith("|--")) {
          var row = Element.of("tr");
          for (var cell : lines.get(at).substring(1).split("\\|")) {
            row.add(
                spans(
                    isHead ? Element.of("th").with("scope", "col") : Element.of("td"),
                    cell.strip()));
          }
          table.add(row);
        }
        isHead = false;
      }
      return Element.of("div").with("class", "scroll").with("tabindex", "0").add(table);
    }

    private Element paragraph() {
      var text = new StringBuilder();
      boolean isItem = lines.get(at).startsWith("- ");
      do {
        text.append(text.isEmpty() ? "" : " ").append(lines.get(at++).strip());
      } while (at < lines.size() && isOfTheSame(lines.get(at)));
      return isItem
          ? Element.of("ul").add(spans(Element.of("li"), text.substring(2)))
          : spans(Element.of("p"), text.toString());
    }

    private static boolean isOfTheSame(String line) {
      return !line.isBlank()
          && !line.startsWith("```")
          && !line.startsWith("|")
          && !line.startsWith("- ");
    }

    /** Text with code and strong words; a link is its text, as its target is a file elsewhere. */
    private static Element spans(Element in, String text) {
      var span = SPAN.matcher(text);
      int done = 0;
      while (span.find()) {
        in.text(text.substring(done, span.start()));
        if (span.group(1) != null) {
          in.add(Element.of("code", span.group(1)));
        } else if (span.group(2) != null) {
          in.add(Element.of("strong", span.group(2)));
        } else {
          in.text(span.group(3));
        }
        done = span.end();
      }
      return in.text(text.substring(done));
    }
  }
}
