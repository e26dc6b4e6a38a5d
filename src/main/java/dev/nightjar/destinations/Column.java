package dev.nightjar.destinations;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A column of a destination's file. One with neither field nor constant is always empty: the
 * destination wants the column, and no value is known for it.
 *
 * @param header its name in the file; another column can have the same
 * @param field what it holds
 * @param constant what it holds in every row; {@code {audience}} is the audience's name
 * @param hashed whether the normalised value is hashed, by SHA-256
 * @param need what it means for the row when the cell is empty
 * @param compared whether another value makes the row one to send again; null for the rule: yes,
 *     but not for numbers and dates that change from night to night by themselves, such as a
 *     customer's value
 */
public record Column(
    @NotNull String header,
    @Nullable MemberField field,
    @Nullable String constant,
    @DefaultValue("as-is") Normaliser normaliser,
    @DefaultValue("false") boolean hashed,
    @DefaultValue("optional") Need need,
    @Nullable Boolean compared) {

  /** What an empty cell means for its row. */
  public enum Need {
    OPTIONAL,
    /** Of a profile's identifiers, a row must have one. */
    IDENTIFIER,
    /** Without it there is no row. */
    REQUIRED
  }

  /** Whether another value makes the row one to send again. */
  boolean isCompared() {
    return compared == null ? field == null || !field.isVolatile() : compared;
  }

  /**
   * What its cells hold, whatever its header: a field, hashed or not, or a constant. Cells that
   * were sent are kept by it, so that a column can be renamed and moved.
   */
  public String content() {
    if (field == null) {
      return constant == null ? "" : "'" + constant + "'";
    }
    return field + (hashed ? " hashed" : "");
  }

  /** Whether what a column held by its {@link #content} identifies a person. */
  public static boolean isIdentifier(String content) {
    return Arrays.stream(MemberField.values())
        .filter(MemberField::isIdentifier)
        .anyMatch(each -> content.matches(each + "( hashed)?"));
  }

  /** What is in each of its cells, if that is the same for all members; otherwise null. */
  public @Nullable String constantFor(String audience) {
    if (field != null) {
      return null;
    }
    return constant == null ? "" : named(constant, audience);
  }

  /** A profile's text with the audience's name in its place. */
  static String named(String text, String audience) {
    return text.replace("{audience}", audience);
  }

  /** What its cells are. */
  MemberField.Kind kind() {
    return field == null || hashed || normaliser != Normaliser.AS_IS
        ? MemberField.Kind.TEXT
        : field.kind();
  }

  /** Whether its cells are numbers. */
  public boolean isNumber() {
    return kind() != MemberField.Kind.TEXT;
  }
}
