package dev.nightjar.destinations;

import dev.nightjar.destinations.Column.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks profiles. */
final class ProfileCheck {
  private static final Set<String> KINDS = Set.of("full", "adds", "removes");
  private static final long MOST_ROWS_OF_A_SHEET = 1_048_576;

  private final String name;
  private final Profile profile;
  private final List<String> problems = new ArrayList<>();

  ProfileCheck(String name, Profile profile) {
    this.name = name;
    this.profile = profile;
  }

  /** One line for each problem, beginning with the key. */
  List<String> problems() {
    if (!name.matches("[a-z0-9-]+")) {
      problem("", "is the name of a folder too, and must be of a-z, 0-9 and -");
    }
    if (profile.purpose() != null && profile.purpose().isBlank()) {
      problem(".purpose", "must not be blank; leave it out to take audiences of any purpose");
    }
    format();
    names();
    limits();
    actions();
    optionalColumns();
    removal();
    columns(".columns", profile.columns());
    columns(".optional-columns", profile.optionalColumns());
    if (profile.format() != Format.CSV) {
      var seen = new HashSet<String>();
      profile.columns().stream()
          .map(Column::header)
          .filter(header -> header != null && !seen.add(header))
          .forEach(
              header ->
                  problem(".columns", "%s has two columns %s".formatted(profile.format(), header)));
    }
    return problems;
  }

  private void format() {
    if (profile.format() != Format.CSV) {
      ofCsvOnly(".bom", profile.bom());
      ofCsvOnly(".preamble", !profile.preamble().isEmpty());
      ofCsvOnly(".header", !profile.header());
      ofCsvOnly(".delimiter", profile.delimiter() != Format.Delimiter.COMMA);
      ofCsvOnly(".quotes", profile.quotes() != Format.Quotes.WHERE_NEEDED);
      ofCsvOnly(".encoding", profile.encoding() != Format.Encoding.UTF_8);
      ofCsvOnly(".line-end", profile.lineEnd() != Format.LineEnd.LF);
      ofCsvOnly(".formula-guard", profile.formulaGuard());
    }
    if (profile.formulaGuard() && profile.columns().stream().anyMatch(Column::hashed)) {
      problem(".formula-guard", "is for files that people open, and these have no hashes");
    }
    if (profile.compression() != Format.Compression.NONE && !profile.format().isText()) {
      problem(
          ".compression", "is for csv and ndjson; %s is packed inside".formatted(profile.format()));
    }
    if (profile.bom() && profile.encoding() != Format.Encoding.UTF_8) {
      problem(".bom", "is for utf-8");
    }
    profile.encryption().problems().forEach(each -> problem(".encryption." + each, null));
  }

  /** Names of files, and texts that files have as they are. */
  private void names() {
    profile
        .layout()
        .problems(profile.extension(), profile.parameters().keySet())
        .forEach(each -> problem(".layout." + each, null));
    var encoder = profile.encoding().encoder();
    if (encoder != null) {
      Stream.concat(profile.preamble().stream(), profile.columns().stream().map(Column::header))
          .filter(text -> text != null && !encoder.canEncode(text))
          .forEach(text -> problem(".encoding", "lacks characters of " + text));
    }
  }

  private void limits() {
    if (profile.maxBytes() != null && !profile.format().isText()) {
      problem(".max-bytes", "is for csv and ndjson; give max-rows");
    } else if (profile.maxBytes() != null && profile.maxBytes().toKilobytes() < 1) {
      problem(".max-bytes", "is below 1KB");
    }
    if (profile.format() == Format.XLSX
        && (profile.maxRows() == null || profile.maxRows() >= MOST_ROWS_OF_A_SHEET)) {
      problem(".max-rows", "must be below %d, the rows of a sheet".formatted(MOST_ROWS_OF_A_SHEET));
    }
  }

  private void optionalColumns() {
    var offered = profile.optionalColumns().stream().map(Column::header).toList();
    profile.include().stream()
        .filter(each -> !offered.contains(each))
        .forEach(
            each ->
                problem(
                    ".include",
                    "there is no optional column %s; there are: %s"
                        .formatted(each, offered.isEmpty() ? "none" : String.join(", ", offered))));
  }

  private void removal() {
    if (!profile.flagsLeavers()) {
      return;
    }
    if (profile.columns().stream().noneMatch(column -> column.leaver() != null)) {
      problem(".removal", "flag needs a column with a leaver, such as leaver: \"false\"");
    }
    if (profile.identifiers().isEmpty()) {
      problem(".removal", "flag needs a column of customer-key, email or phone");
    }
  }

  private void actions() {
    boolean isAsked =
        profile.preamble().stream().anyMatch(line -> line.contains("{" + Profile.ACTION + "}"));
    if (isAsked != !profile.actions().isEmpty()) {
      problem(".actions", "are for a preamble with {action}, and this needs them");
    } else if (isAsked && !profile.actions().keySet().equals(KINDS)) {
      problem(".actions", "must be of full, adds and removes");
    }
  }

  private void columns(String key, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      column("%s[%d]".formatted(key, i), columns.get(i));
    }
  }

  private void column(String key, Column column) {
    if (column.leaver() != null && column.constant() == null) {
      problem(key + ".leaver", "is for columns with a constant");
    }
    if (!column.values().isEmpty()
        && (column.hashed() || column.normaliser() != Normaliser.AS_IS)) {
      problem(key + ".values", "are for columns that are neither normalised nor hashed");
    }
    boolean isNumber = column.field() != null && column.field().kind() != MemberField.Kind.TEXT;
    if (column.normaliser() == Normaliser.NOT_NEGATIVE && !isNumber) {
      problem(key + ".normaliser", "not-negative is for numbers");
    }
    name(key, column);
    if (column.field() != null && column.constant() != null) {
      problem(key, "has a field and a constant");
    }
    if (column.field() == null && column.need() != Need.OPTIONAL) {
      problem(key + ".need", "is for columns with a field");
    }
    if (column.field() == null && column.hashed()) {
      problem(key + ".hashed", "is for columns with a field");
    }
    if (!column.hashed() && column.algorithm() != Column.Algorithm.SHA_256) {
      problem(key + ".algorithm", "is for columns that are hashed");
    }
    if (column.hashed() && column.normaliser() == Normaliser.AS_IS) {
      problem(key + ".normaliser", "must be given: a hash of a value as it arrived matches nobody");
    }
    if (column.field() != null
        && column.field().isIdentifier()
        && Boolean.FALSE.equals(column.compared())) {
      problem(key + ".compared", "must be true for an identifier: another one must be sent");
    }
    boolean saysHashed = column.header() != null && column.header().matches("(?i).*sha_?256.*");
    if (saysHashed && !column.hashed()) {
      problem(key + ".hashed", "must be true, as the header " + column.header() + " says");
    }
  }

  private void name(String key, Column column) {
    boolean isAttribute = column.field() == MemberField.ATTRIBUTE;
    if (isAttribute && column.name() == null) {
      problem(key + ".name", "is missing; it says which attribute");
    }
    if (column.name() != null && !isAttribute && column.field() != MemberField.CONSENT) {
      problem(key + ".name", "is for the fields attribute and consent");
    }
  }

  private void ofCsvOnly(String key, boolean given) {
    if (given) {
      problem(key, "is for csv only");
    }
  }

  /**
   * @param text null if the key has the text with it
   */
  private void problem(String key, @Nullable String text) {
    problems.add("profiles." + name + key + (text == null ? "" : ": " + text));
  }
}
