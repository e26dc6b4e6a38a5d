package dev.nightjar.deliver;

import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Format;
import dev.nightjar.destinations.MemberField;
import dev.nightjar.destinations.Normaliser;
import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.Removal;
import dev.nightjar.destinations.names.Layout;
import dev.nightjar.destinations.pgp.EncryptionSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A profile of optional columns, in which values are as they are. */
final class AProfile {
  private AProfile() {}

  static Profile of(MemberField... fields) {
    return new Profile(
        "1",
        "https://crm.example",
        LocalDate.parse("2025-01-01"),
        List.of(),
        "any",
        "marketing",
        Removal.FILE,
        Format.CSV,
        new Layout("a", "b", null, "c", "d", "e"),
        Format.Compression.NONE,
        Format.Encoding.UTF_8,
        true,
        Format.Delimiter.COMMA,
        Format.Quotes.WHERE_NEEDED,
        Format.LineEnd.LF,
        List.of(),
        Map.of(),
        Map.of(),
        false,
        false,
        0,
        0,
        null,
        null,
        new EncryptionSettings(List.of(), false, "pgp", null, null),
        Stream.of(fields).map(AProfile::column).toList(),
        List.of(),
        List.of());
  }

  private static Column column(MemberField field) {
    return new Column(
        field.toString(),
        field,
        null,
        null,
        null,
        Map.of(),
        Normaliser.AS_IS,
        false,
        Column.Algorithm.SHA_256,
        Column.Encoding.HEX,
        Column.Need.OPTIONAL,
        null,
        false);
  }
}
