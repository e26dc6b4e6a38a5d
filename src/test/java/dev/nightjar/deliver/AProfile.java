package dev.nightjar.deliver;

import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Format;
import dev.nightjar.destinations.MemberField;
import dev.nightjar.destinations.Normaliser;
import dev.nightjar.destinations.Profile;
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
        Profile.Removal.FILE,
        Format.CSV,
        false,
        true,
        Format.Delimiter.COMMA,
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
        List.of(),
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
        Map.of(),
        Normaliser.AS_IS,
        false,
        Column.Encoding.HEX,
        Column.Need.OPTIONAL,
        null);
  }
}
