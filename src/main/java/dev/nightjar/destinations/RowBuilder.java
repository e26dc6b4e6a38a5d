package dev.nightjar.destinations;

import dev.nightjar.destinations.Column.Need;
import dev.nightjar.identity.Refusal;
import dev.nightjar.identity.Refusal.Refused;
import dev.nightjar.identity.Texts;
import java.nio.charset.CharsetEncoder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes members into rows of a profile. Not thread-safe. */
final class RowBuilder {
  private static final String STARTS_OF_A_FORMULA = "=+-@\t\r\n";

  private final List<Column> columns;
  private final boolean formulaGuard;
  private final @Nullable CharsetEncoder encoder;
  private final Map<Column.Algorithm, HexDigest> digests = new EnumMap<>(Column.Algorithm.class);

  RowBuilder(Profile profile) {
    this.columns = profile.columns();
    this.formulaGuard = profile.formulaGuard();
    this.encoder = profile.encoding().encoder();
  }

  /**
   * The cells of a member, in the order of the columns.
   *
   * @return null where the member has no row
   */
  String @Nullable [] row(Member member, Tally tally) {
    var cells = new String[columns.size()];
    boolean wantsIdentifier = false;
    boolean hasIdentifier = false;
    boolean lacks = false;
    for (int i = 0; i < cells.length; i++) {
      var column = columns.get(i);
      cells[i] = cell(column, i, member, tally);
      wantsIdentifier |= column.need() == Need.IDENTIFIER;
      hasIdentifier |= column.need() == Need.IDENTIFIER && !cells[i].isEmpty();
      lacks |= column.need() == Need.REQUIRED && cells[i].isEmpty();
    }
    if (lacks || wantsIdentifier && !hasIdentifier) {
      tally.rowWithoutIdentifier();
      return null;
    }
    tally.row();
    return cells;
  }

  private String cell(Column column, int index, Member member, Tally tally) {
    if (column.field() == null) {
      return Objects.requireNonNull(column.everywhere());
    }
    var value = member.get(column.field(), column.name());
    if (value == null || value.isBlank()) {
      return "";
    }
    try {
      var cell = cell(column, value, member);
      if (encoder != null && !encoder.canEncode(cell)) {
        throw Refusal.NOT_IN_ENCODING.refused();
      }
      return formulaGuard && !column.isNumber() ? guarded(cell) : cell;
    } catch (Refused refused) {
      tally.cell(index, refused.reason());
      return "";
    }
  }

  private String cell(Column column, String value, Member member) throws Refused {
    if (!column.values().isEmpty()) {
      return column.values().getOrDefault(value, "");
    }
    if (column.normaliser() == Normaliser.AS_IS) {
      return value;
    }
    if (Texts.looksHashed(value)) {
      throw Refusal.ALREADY_HASHED.refused();
    }
    var text = column.normaliser().apply(value, member);
    return column.hashed() && !text.isEmpty() ? column.encoded(digest(column).hex(text)) : text;
  }

  private HexDigest digest(Column column) {
    return digests.computeIfAbsent(column.algorithm(), HexDigest::new);
  }

  /** OWASP, CSV injection: an apostrophe before what begins a formula. */
  private static String guarded(String cell) {
    return !cell.isEmpty() && STARTS_OF_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
