package dev.nightjar.home;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** All settings of a home: one validated record per section. */
public final class Settings {
  private final Map<String, Object> sections;
  private final Vocabulary vocabulary;

  Settings(Map<String, Object> sections) {
    this.sections = sections;
    this.vocabulary =
        new Vocabulary(
            sections.values().stream()
                .filter(Checked.class::isInstance)
                .flatMap(each -> ((Checked) each).offers().stream())
                .toList());
  }

  /** The settings records. */
  public Collection<Object> records() {
    return sections.values();
  }

  /** The names that sections define for each other. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Every key with its value as JSON, defaults included, secrets masked. */
  public String json() {
    return JsonMapper.shared().writeValueAsString(effective());
  }

  /** The settings records by section. */
  Map<String, Object> sections() {
    return sections;
  }

  /** Every key with its value, defaults included, secrets masked. */
  Map<String, Object> effective() {
    var effective = new LinkedHashMap<String, Object>();
    sections.forEach(
        (section, settings) -> effective.put(section, SettingsShape.effective(settings)));
    return effective;
  }
}
