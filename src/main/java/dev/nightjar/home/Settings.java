package dev.nightjar.home;

import java.util.LinkedHashMap;
import java.util.Map;

/** All settings of a home: one validated record per section, as the stages declare them. */
public final class Settings {
  private final Map<String, Object> sections;

  Settings(Map<String, Object> sections) {
    this.sections = sections;
  }

  /**
   * Reads every {@code *.yaml} in the home's configuration folder, the environment ({@code
   * NIGHTJAR_RFM_WINDOW} is {@code rfm.window}) and the home's overrides, the later winning.
   *
   * @throws BadSettings with every problem of every section
   */
  public static Settings load(Home home) {
    return new SettingsLoader(home).load();
  }

  /** The settings records by section. */
  public Map<String, Object> sections() {
    return sections;
  }

  /** Every key with its value, defaults included, secrets masked. */
  public Map<String, Object> effective() {
    var effective = new LinkedHashMap<String, Object>();
    sections.forEach(
        (section, settings) -> effective.put(section, SettingsShape.effective(settings)));
    return effective;
  }
}
