package dev.nightjar.destinations;

import dev.nightjar.home.Offers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a destination accepts.
 *
 * @param version of this description
 * @param source where the destination documents it
 * @param checkedOn the day on which the source was last read
 * @param channel by which the destination reaches people, such as {@code email} or {@code ads}
 * @param purpose to which a person must have agreed to be in its files
 * @param format of the files
 * @param gzip whether the files are packed with gzip
 * @param header whether the first row has the names of the columns; of CSV only
 * @param preamble lines between header and rows, as they are; {@code {audience}} is the audience's
 *     name, {@code {action}} the file's action; of CSV only
 * @param actions what the destination is to do with the rows of a file, by the kind of the file;
 *     for a preamble that says so
 * @param bom whether a byte order mark begins the file, without which spreadsheets misread UTF-8;
 *     of CSV only
 * @param formulaGuard whether an apostrophe goes before what a spreadsheet would take for a
 *     formula; for files that people open, and no others
 * @param warnBelow rows below which the destination will not use the list
 * @param requireAtLeast rows below which the destination refuses the file
 * @param maxRows of a file, beyond which another one begins
 * @param maxBytes of a file before packing, of CSV and NDJSON only
 * @param recipients files of the public keys to which the files are encrypted, below the home;
 *     nothing is encrypted where there are none
 * @param columns of the files, in their order
 */
public record Profile(
    @NotBlank String version,
    @NotBlank String source,
    @NotNull LocalDate checkedOn,
    @NotBlank String channel,
    @NotBlank String purpose,
    @DefaultValue("csv") Format format,
    @DefaultValue("false") boolean gzip,
    @DefaultValue("true") boolean header,
    @DefaultValue List<String> preamble,
    @DefaultValue Map<String, String> actions,
    @DefaultValue("false") boolean bom,
    @DefaultValue("false") boolean formulaGuard,
    @DefaultValue("0") @Min(0) long warnBelow,
    @DefaultValue("0") @Min(0) long requireAtLeast,
    @Nullable @Min(1) Long maxRows,
    @Nullable DataSize maxBytes,
    @DefaultValue List<Path> recipients,
    @NotEmpty @DefaultValue List<@Valid Column> columns) {

  static final String ACTION = "{action}";

  /** The fields that its columns hold or need to be read. */
  public Set<MemberField> fields() {
    var fields = EnumSet.noneOf(MemberField.class);
    columns.stream().map(Column::field).filter(Objects::nonNull).forEach(fields::add);
    var readWithCountry =
        EnumSet.of(MemberField.PHONE, MemberField.ZIP, MemberField.STATE, MemberField.COUNTRY);
    if (fields.stream().anyMatch(readWithCountry::contains)) {
      fields.add(MemberField.COUNTRY);
    }
    return fields;
  }

  /** What audiences and deliveries are checked against. */
  Offers.Profile offer() {
    var identifiers =
        columns.stream()
            .filter(column -> column.need() == Column.Need.IDENTIFIER)
            .map(column -> String.valueOf(column.field()))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Offers.Profile(channel, purpose, identifiers, !actions.isEmpty());
  }

  /**
   * Places of the columns by which the destination finds a person, from 0. A person is removed by
   * these.
   *
   * <p>They are customer key, e-mail address and phone number: each alone names one person, and
   * Google, Meta and Klaviyo take any of them. Where one is required, the destination files people
   * under it (Braze and Salesforce under their key, Mailchimp under the address), and the others
   * are attributes: a row without the required cell would be refused. Names, places and the birth
   * date are never among them: many people share each, and destinations match by several of them at
   * once.
   */
  public List<Integer> identifiers() {
    var all = places(column -> column.field() != null && column.field().isIdentifier());
    var required = all.stream().filter(this::isRequired).toList();
    var keys = required.stream().filter(this::isKey).toList();
    if (!keys.isEmpty()) {
      return keys;
    }
    return required.isEmpty() ? all : required;
  }

  /** Places of those identifiers that are kept of an erased person: the key, if there is one. */
  public List<Integer> identifiersOfErased() {
    var identifiers = identifiers();
    var keys = identifiers.stream().filter(this::isKey).toList();
    return keys.isEmpty() ? identifiers : keys;
  }

  /**
   * Places of the columns by which the destination finds a person only if all of them agree, from
   * 0: Google and Meta match names with places, too. They stand in a remove if nobody who stays has
   * the same values in all of them.
   */
  public List<Integer> matchHelpers() {
    return places(column -> column.field() != null && column.field().isMatchHelper());
  }

  private List<Integer> places(Predicate<Column> which) {
    return IntStream.range(0, columns.size())
        .filter(place -> which.test(columns.get(place)))
        .boxed()
        .toList();
  }

  private boolean isRequired(int place) {
    return columns.get(place).need() == Column.Need.REQUIRED;
  }

  private boolean isKey(int place) {
    return columns.get(place).field() == MemberField.CUSTOMER_KEY;
  }

  /** The end of the names of its files. */
  public String extension() {
    return "." + format.extension() + (gzip ? ".gz" : "") + (recipients.isEmpty() ? "" : ".pgp");
  }

  /** The same with one more column before its own. */
  public Profile withFirst(String header) {
    var all = new ArrayList<Column>();
    all.add(new Column(header, null, null, Normaliser.AS_IS, false, Column.Need.OPTIONAL, null));
    all.addAll(columns);
    return with(preamble, all);
  }

  /**
   * The same, for files of one kind.
   *
   * @param kind such as full, adds or removes
   */
  public Profile of(String kind) {
    var action = actions.getOrDefault(kind, ACTION);
    return with(preamble.stream().map(line -> line.replace(ACTION, action)).toList(), columns);
  }

  private Profile with(List<String> lines, List<Column> others) {
    return new Profile(
        version,
        source,
        checkedOn,
        channel,
        purpose,
        format,
        gzip,
        header(),
        lines,
        actions,
        bom,
        formulaGuard,
        warnBelow,
        requireAtLeast,
        maxRows,
        maxBytes,
        recipients,
        others);
  }
}
