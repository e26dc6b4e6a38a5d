package dev.nightjar.destinations;

import dev.nightjar.destinations.names.Layout;
import dev.nightjar.destinations.names.Placeholders;
import dev.nightjar.destinations.pgp.EncryptionSettings;
import dev.nightjar.home.Offers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
 * @param notes what people who upload the files must know, one sentence each
 * @param channel by which the destination reaches people, such as {@code email} or {@code ads}
 * @param purpose to which a person must have agreed to be in its files; null for that of the
 *     audience, whichever it is
 * @param removal how people are removed there
 * @param format of the files
 * @param layout where the files lie and what they are called
 * @param compression how the files are packed; of CSV and NDJSON only
 * @param encoding of CSV only; a cell with a character that it lacks stays empty
 * @param header whether the first row has the names of the columns; of CSV only
 * @param delimiter between the cells of a row; of CSV only
 * @param quotes which cells have quotes around them; of CSV only
 * @param lineEnd at the end of a row; of CSV only
 * @param preamble lines between header and rows, as they are; {@code {action}} is the file's
 *     action; of CSV only
 * @param actions what the destination is to do with the rows of a file, by the kind of the file;
 *     for a preamble that says so
 * @param parameters values that headers, constants, preamble and layout name as {@code {name}},
 *     unless deliver.deliveries gives others for an audience; {@code {audience}} is the audience's
 *     name, and {@code {night}} the date of the night
 * @param bom whether a byte order mark begins the file, without which spreadsheets misread UTF-8;
 *     of CSV only
 * @param formulaGuard whether an apostrophe goes before what a spreadsheet would take for a
 *     formula; for CSV that people open, and nothing else
 * @param warnBelow rows below which the destination will not use the list
 * @param requireAtLeast people below whom the destination refuses the list: the marker, or all if
 *     there is none, is withheld
 * @param maxRows of a file, beyond which another one begins
 * @param maxBytes of a file before packing, of CSV and NDJSON only
 * @param encryption how the files are encrypted and signed
 * @param columns of the files, in their order
 * @param optionalColumns further columns that the destination takes
 * @param include headers of the optional columns that the files have, after the others
 */
public record Profile(
    @NotBlank String version,
    @NotBlank String source,
    @NotNull LocalDate checkedOn,
    @DefaultValue List<String> notes,
    @NotBlank String channel,
    @Nullable String purpose,
    @DefaultValue("file") Removal removal,
    @DefaultValue("csv") Format format,
    @DefaultValue Layout layout,
    @DefaultValue("none") Format.Compression compression,
    @DefaultValue("utf-8") Format.Encoding encoding,
    @DefaultValue("true") boolean header,
    @DefaultValue("comma") Format.Delimiter delimiter,
    @DefaultValue("where-needed") Format.Quotes quotes,
    @DefaultValue("lf") Format.LineEnd lineEnd,
    @DefaultValue List<String> preamble,
    @DefaultValue Map<String, String> actions,
    @DefaultValue Map<String, String> parameters,
    @DefaultValue("false") boolean bom,
    @DefaultValue("false") boolean formulaGuard,
    @DefaultValue("0") @Min(0) long warnBelow,
    @DefaultValue("0") @Min(0) long requireAtLeast,
    @Nullable @Min(1) Long maxRows,
    @Nullable DataSize maxBytes,
    @DefaultValue EncryptionSettings encryption,
    @NotEmpty @DefaultValue List<@Valid Column> columns,
    @DefaultValue List<@Valid Column> optionalColumns,
    @DefaultValue List<String> include) {

  static final String ACTION = "action";
  static final String AUDIENCE = "audience";

  /** The values that its columns hold or need to be read. */
  public Set<MemberField.Value> values() {
    var values = new LinkedHashSet<MemberField.Value>();
    columns.stream().map(Column::value).filter(Objects::nonNull).forEach(values::add);
    var readWithCountry = EnumSet.of(MemberField.PHONE, MemberField.ZIP, MemberField.STATE);
    if (values.stream().map(MemberField.Value::field).anyMatch(readWithCountry::contains)) {
      values.add(MemberField.Value.of(MemberField.COUNTRY));
    }
    return values;
  }

  /** Names of the attributes, or purposes of the consents, of its columns. */
  private Set<String> names(MemberField field) {
    return columns.stream()
        .filter(column -> column.field() == field && column.name() != null)
        .map(Column::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The kinds of files that the destination can take. */
  private Set<String> kinds() {
    var kinds = new LinkedHashSet<>(removal.kinds);
    if (!actions.isEmpty()) {
      kinds.remove("changes"); // of one action for all rows
    }
    return kinds;
  }

  /** Whether the files themselves say who leaves, by a column. */
  public boolean flagsLeavers() {
    return removal == Removal.FLAG;
  }

  /** What audiences and deliveries are checked against. */
  Offers.Profile offer() {
    var identifiers =
        columns.stream()
            .filter(column -> column.need() == Column.Need.IDENTIFIER)
            .map(column -> String.valueOf(column.field()))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Offers.Profile(
        channel,
        purpose,
        identifiers,
        removal.toString(),
        kinds(),
        removal.tellingKinds,
        parameters.keySet(),
        names(MemberField.ATTRIBUTE),
        names(MemberField.CONSENT));
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
    return plainExtension()
        + (compression == Format.Compression.NONE ? "" : "." + compression.extension)
        + (encryption.isOn() ? "." + encryption.extension() : "");
  }

  /** The end of a file's name before it is packed and encrypted. */
  String plainExtension() {
    return "." + (layout.extension() == null ? format.extension() : layout.extension());
  }

  /** The same with one more column before its own. */
  public Profile withFirst(String first) {
    var all = new ArrayList<Column>();
    all.add(Column.empty(first));
    all.addAll(columns);
    return with(layout, preamble, all);
  }

  /**
   * The same, for files of one kind.
   *
   * @param kind such as full, adds or removes
   */
  public Profile of(String kind) {
    var action = Map.of(ACTION, actions.getOrDefault(kind, "{" + ACTION + "}"));
    return with(
        layout, preamble.stream().map(line -> Placeholders.with(action, line)).toList(), columns);
  }

  /** The same, for the files of one night. */
  public Profile on(LocalDate night) {
    return with(
        layout.on(night),
        preamble.stream().map(line -> Placeholders.on(night, line)).toList(),
        columns.stream().map(each -> each.on(night)).toList());
  }

  /** The same with the optional columns that are included. */
  Profile complete() {
    var all = new ArrayList<>(columns);
    for (var name : include) {
      optionalColumns.stream().filter(each -> each.header().equals(name)).forEach(all::add);
    }
    return with(layout, preamble, all);
  }

  /**
   * The same, for one audience.
   *
   * @param own values of parameters; those that are missing are the profile's
   */
  public Profile of(String audience, Map<String, String> own) {
    var values = new HashMap<>(parameters);
    values.putAll(own);
    values.put(AUDIENCE, audience);
    return with(
        layout.with(values),
        preamble.stream().map(line -> Placeholders.with(values, line)).toList(),
        columns.stream().map(each -> each.with(values)).toList());
  }

  private Profile with(Layout names, List<String> lines, List<Column> others) {
    return new Profile(
        version,
        source,
        checkedOn,
        notes,
        channel,
        purpose,
        removal,
        format,
        names,
        compression,
        encoding,
        header(),
        delimiter,
        quotes,
        lineEnd,
        lines,
        actions,
        parameters,
        bom,
        formulaGuard,
        warnBelow,
        requireAtLeast,
        maxRows,
        maxBytes,
        encryption,
        others,
        optionalColumns,
        include);
  }
}
