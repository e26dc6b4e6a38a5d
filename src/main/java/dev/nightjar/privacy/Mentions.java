package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.REJECTS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;

/**
 * Finds people in texts of any form, such as a line that could not be read: a word of theirs that
 * no letter or digit continues, or a first and last name anywhere. The time for a text does not
 * grow with the number of words.
 */
final class Mentions {
  private static final int REJECTS_AT_ONCE = 10_000;

  private final Map<String, List<String>> words = new HashMap<>();
  private final List<List<String>> names;

  /**
   * @param words keys, addresses and numbers, in small letters
   * @param names first and last names
   */
  Mentions(Collection<String> words, Collection<List<String>> names) {
    for (var word : words) {
      this.words.computeIfAbsent(start(word, 0), each -> new ArrayList<>()).add(word);
    }
    this.names =
        names.stream()
            .map(name -> name.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList())
            .toList();
  }

  /** Whether a text mentions one of the people. */
  boolean areIn(String text) {
    var small = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < small.length(); at++) {
      boolean isStart = at == 0 || !isPartOfWord(small, at - 1);
      if (isStart && isWordAt(small, at)) {
        return true;
      }
    }
    return names.stream().anyMatch(name -> name.stream().allMatch(small::contains));
  }

  private boolean isWordAt(String text, int at) {
    for (var word : words.getOrDefault(start(text, at), List.of())) {
      int end = at + word.length();
      if (text.startsWith(word, at) && (end == text.length() || !isPartOfWord(text, end))) {
        return true;
      }
    }
    return false;
  }

  /** The letters and digits that begin at a place, or the one sign that is there instead. */
  private static String start(String text, int at) {
    int end = at;
    while (end < text.length() && isPartOfWord(text, end)) {
      end++;
    }
    return text.substring(at, Math.max(end, Math.min(at + 1, text.length())));
  }

  private static boolean isPartOfWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at));
  }

  /** Reads all rejects; the condition holds for those that mention one of the people. */
  Condition inRejects(DSLContext db) {
    var found = new ArrayList<Record2<Long, Long>>();
    try (var rejects =
        db.select(REJECTS.FILE_ID, REJECTS.LINE_NUMBER, REJECTS.CELLS)
            .from(REJECTS)
            .fetchSize(REJECTS_AT_ONCE)
            .fetchLazy()) {
      for (var reject : rejects) {
        if (areIn(String.join(" ", reject.value3()))) {
          found.add(reject.into(REJECTS.FILE_ID, REJECTS.LINE_NUMBER));
        }
      }
    }
    return FileLines.of(REJECTS, found);
  }
}
