package dev.nightjar.destinations;

import jakarta.validation.constraints.NotNull;
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
 */
public record Column(
    @NotNull String header,
    @Nullable MemberField field,
    @Nullable String constant,
    @DefaultValue("as-is") Normaliser normaliser,
    @DefaultValue("false") boolean hashed,
    @DefaultValue("optional") Need need) {

  /** What an empty cell means for its row. */
  public enum Need {
    OPTIONAL,
    /** Of a profile's identifiers, a row must have one. */
    IDENTIFIER,
    /** Without it there is no row. */
    REQUIRED
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
