package dev.nightjar.destinations;

import dev.nightjar.destinations.names.Placeholders;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A column of a destination's file. One with neither field nor constant is always empty: the
 * destination wants the column, and no value is known for it.
 *
 * @param header its name in the file; another column can have the same
 * @param field what it holds
 * @param name of the attribute if the field is attribute, and of the purpose if it is consent; null
 *     for the purpose of the audience at the destination
 * @param constant what it holds in every row
 * @param leaver what it holds instead of the constant in the row of a customer who leaves; of
 *     profiles that remove by a flag
 * @param values what it holds instead of each value of the field; a value that is not among them
 *     leaves the cell empty; as it is if there are none
 * @param hashed whether the normalised value is hashed
 * @param algorithm by which it is hashed
 * @param encoding how a hash is written
 * @param need what it means for the row when the cell is empty
 * @param compared whether another value makes the row one to send again; null for the rule: yes,
 *     but not for numbers and dates that change from night to night by themselves, such as a
 *     customer's value
 * @param clears whether an empty cell empties what the destination knows; of rows that go in
 *     batches, which leave out empty cells otherwise
 */
public record Column(
    @NotNull String header,
    @Nullable MemberField field,
    @Nullable String name,
    @Nullable String constant,
    @Nullable String leaver,
    @DefaultValue Map<String, String> values,
    @DefaultValue("as-is") Normaliser normaliser,
    @DefaultValue("false") boolean hashed,
    @DefaultValue("sha-256") Algorithm algorithm,
    @DefaultValue("hex") Encoding encoding,
    @DefaultValue("optional") Need need,
    @Nullable Boolean compared,
    @DefaultValue("false") boolean clears) {

  /** What an empty cell means for its row. */
  public enum Need {
    OPTIONAL,
    /** Of a profile's identifiers, a row must have one. */
    IDENTIFIER,
    /** Without it there is no row. */
    REQUIRED
  }

  /** How a value is hashed. */
  public enum Algorithm {
    SHA_256,
    /** Only for a destination that takes nothing else: it is easily reversed. */
    MD5
  }

  /** How a hash is written. */
  public enum Encoding {
    /** Hexadecimal digits, in small letters. */
    HEX,
    /** Base64 of the bytes of the hash (RFC 4648), as Unified ID 2.0 wants it. */
    BASE64
  }

  /** A column that is always empty. */
  static Column empty(String header) {
    return new Column(
        header,
        null,
        null,
        null,
        null,
        Map.of(),
        Normaliser.AS_IS,
        false,
        Algorithm.SHA_256,
        Encoding.HEX,
        Need.OPTIONAL,
        null,
        false);
  }

  /** The same with each {@code {name}} replaced by its value. */
  Column with(Map<String, String> parameters) {
    return with(
        Placeholders.with(parameters, header),
        constant == null ? null : Placeholders.with(parameters, constant),
        compared);
  }

  /** The same with the night in the place of {@code {night}}. */
  Column on(LocalDate night) {
    return with(
        Placeholders.on(night, header),
        constant == null ? null : Placeholders.on(night, constant),
        isCompared());
  }

  private Column with(String title, @Nullable String text, @Nullable Boolean isCompared) {
    return new Column(
        title,
        field,
        name,
        text,
        leaver,
        values,
        normaliser,
        hashed,
        algorithm,
        encoding,
        need,
        isCompared,
        clears);
  }

  /** Whether another value makes the row one to send again. */
  boolean isCompared() {
    if (compared != null) {
      return compared;
    }
    return field == null
        ? constant == null || !Placeholders.namesNight(constant)
        : !field.isVolatile();
  }

  /** The value of a member that it holds; null if it holds none. */
  MemberField.@Nullable Value value() {
    return field == null ? null : new MemberField.Value(field, name);
  }

  /**
   * What its cells hold, whatever its header: a field, hashed or not, or a constant. Cells that
   * were sent are kept by it, so that a column can be renamed and moved.
   */
  public String content() {
    if (field == null) {
      return constant == null ? "" : "'" + constant + "'";
    }
    return field
        + (name == null ? "" : " of " + name)
        + (hashed ? " hashed" : "")
        + (hashed && algorithm == Algorithm.MD5 ? " md5" : "")
        + (hashed && encoding == Encoding.BASE64 ? " base64" : "");
  }

  /** Whether what a column held by its {@link #content} identifies a person. */
  public static boolean isIdentifier(String content) {
    return Arrays.stream(MemberField.values())
        .filter(MemberField::isIdentifier)
        .anyMatch(each -> content.matches(each + "( hashed( md5)?( base64)?)?"));
  }

  /** What is in each of its cells, if that is the same for all members; otherwise null. */
  public @Nullable String everywhere() {
    if (field != null) {
      return null;
    }
    return constant == null ? "" : constant;
  }

  /** The same in a night, whose place a constant can have. */
  public @Nullable String everywhere(LocalDate night) {
    var text = everywhere();
    return text == null ? null : Placeholders.on(night, text);
  }

  /** A hash as the column writes it. */
  String encoded(String hex) {
    return encoding == Encoding.HEX
        ? hex
        : Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  /** What its cells are. */
  MemberField.Kind kind() {
    boolean isAsItWas =
        values.isEmpty()
            && !hashed
            && (normaliser == Normaliser.AS_IS || normaliser == Normaliser.NOT_NEGATIVE);
    return field == null || !isAsItWas ? MemberField.Kind.TEXT : field.kind();
  }

  /** Whether its cells are numbers. */
  public boolean isNumber() {
    return kind() != MemberField.Kind.TEXT;
  }
}
