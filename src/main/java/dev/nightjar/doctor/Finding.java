package dev.nightjar.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.nightjar.home.Failure;
import dev.nightjar.home.Visible;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check one word, such as disk
 * @param what one line; never a secret or a customer's value
 * @param next what to do; null if nothing is to be done
 */
public record Finding(String check, Verdict verdict, String what, @Nullable String next) {
  private static final String NEXT = "Next: ";

  /** How bad it is. */
  public enum Verdict {
    OK,
    /** Nights run, but something should be done. */
    WARN,
    /** A night has failed or would fail, or data is open to others. */
    FAIL;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Names of files in it are made safe to print. */
  public Finding {
    what = Visible.text(what);
    next = next == null ? null : Visible.text(next);
  }

  /** Nothing is to be done. */
  static Finding ok(String check, String what) {
    return new Finding(check, Verdict.OK, what, null);
  }

  static Finding warn(String check, String what, String next) {
    return new Finding(check, Verdict.WARN, what, next);
  }

  static Finding fail(String check, String what, String next) {
    return new Finding(check, Verdict.FAIL, what, next);
  }

  /** A failure, with the next step of its message. */
  static Finding of(String check, Failure failure) {
    return ofText(check, Verdict.FAIL, failure.getMessage());
  }

  /** A text of one or more lines that goes on with {@code Next: }. */
  static Finding ofText(String check, Verdict verdict, String text) {
    var line = text.lines().collect(Collectors.joining(" "));
    int next = line.indexOf(NEXT);
    return next < 0
        ? new Finding(check, verdict, line, null)
        : new Finding(
            check, verdict, line.substring(0, next).strip(), line.substring(next + NEXT.length()));
  }

  /** The findings, or that all is well if there are none. */
  static List<Finding> orOk(List<Finding> findings, String check, String what) {
    return findings.isEmpty() ? List.of(ok(check, what)) : findings;
  }
}
