package dev.nightjar.guess;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes how the dates of a source are written, and in which zone. */
final class DateSettings {
  private static final int SETTING = 3;
  private static final String FORMAT = "date-format";

  private final Sample sample;
  private final Roles roles;
  private final Draft draft;

  DateSettings(Sample sample, Roles roles, Draft draft) {
    this.sample = sample;
    this.roles = roles;
    this.draft = draft;
  }

  void add() {
    var field =
        List.of("ordered-at", "updated-at", "suppressed-at").stream()
            .filter(roles.columns::containsKey)
            .findFirst()
            .orElse(null);
    if (field == null) {
      if (roles.isOfOrders()) {
        draft.question(SETTING, FORMAT, "not recognised");
      }
      return;
    }
    var columns = roles.columns.getOrDefault(field, List.of());
    var style = style(columns);
    if (style == null) {
      draft.question(SETTING, FORMAT, "no pattern was found that reads all values of " + columns);
    } else if (style.isAmbiguous()) {
      draft.question(
          SETTING,
          FORMAT,
          "all values can be read as " + String.join(", and as ", style.patterns().subList(0, 2)));
    } else {
      draft.line(SETTING, FORMAT, Draft.quoted(style.patterns().get(0)), null);
      if (style.locale() != null) {
        draft.line(SETTING, "locale", style.locale(), null);
      }
    }
    addZone(columns);
  }

  private @Nullable DateStyle style(List<String> columns) {
    var cells = columns.stream().map(sample::cells).toList();
    var values =
        IntStream.range(0, sample.rows().size())
            .mapToObj(i -> cells.stream().map(each -> each.get(i)).collect(Collectors.joining(" ")))
            .filter(text -> !text.isBlank())
            .toList();
    var style = DateStyle.of(values);
    return style == null ? DateStyle.ofNumbers(values) : style;
  }

  private void addZone(List<String> columns) {
    boolean isUtc =
        columns.stream()
            .map(column -> column.toLowerCase(Locale.ROOT))
            .anyMatch(column -> column.matches(".*[^a-z](utc|gmt)([^a-z].*)?"));
    if (roles.asked.containsKey("zone")) {
      draft.question(SETTING, "zone", roles.asked.get("zone"));
    } else if (roles.zone != null || isUtc) {
      draft.line(SETTING, "zone", roles.zone == null ? "UTC" : roles.zone, null);
    }
  }
}
