package dev.nightjar.audiences;

import dev.nightjar.home.Vocabulary;
import dev.nightjar.ports.AudienceLinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Names that reveal sensitive facts about people. Names travel with the files to platforms. The
 * kinds are those of GDPR Art. 9(1), and children; the beginnings of words are compared.
 */
@Component
final class SensitiveNames implements AudienceLinter {
  private static final Map<String, Pattern> KINDS = kinds();

  private final AudiencesSettings settings;
  private final Vocabulary vocabulary;

  SensitiveNames(AudiencesSettings settings, Vocabulary vocabulary) {
    this.settings = settings;
    this.vocabulary = vocabulary;
  }

  @Override
  public List<String> warnings() {
    var warnings = new ArrayList<String>();
    settings.declared().keySet().forEach(name -> add(warnings, "audience", name));
    vocabulary.segments().forEach(name -> add(warnings, "segment", name));
    return warnings;
  }

  private static void add(List<String> warnings, String what, String name) {
    revealed(name)
        .forEach(
            kind ->
                warnings.add(
                    "%s %s: the name can reveal %s, and it travels to platforms; choose another"
                        .formatted(what, name, kind)));
  }

  private static Map<String, Pattern> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put(
        "health",
        "health|medic|disease|illness|patient|diabet|cancer|hiv|aids\\b|pregnan|depress|disab|allerg"
            + "|asthma|obes|addict|alcoholi|therap|mental|fertil|menopaus|incontinen");
    kinds.put(
        "religion",
        "religi|christian|muslim|islam|jew|hindu|buddhis|sikh|catholic|protestant|church|mosque"
            + "|synagogue|atheis|ramadan|halal|kosher");
    kinds.put(
        "politics",
        "politic|voter|conservativ|liberal|socialis|communis|republican|democrat|labour party"
            + "|left wing|right wing|activist");
    kinds.put("sexuality", "sex|gay|lesbian|bisexual|homosexual|transgender|trans\\b|queer|lgbt");
    kinds.put(
        "ethnicity",
        "ethnic|racial|race\\b|black people|white"
            + " people|asian|african|hispanic|latin[oax]\\b|roma\\b"
            + "|arab|migrant|immigrant|refugee");
    kinds.put(
        "minors",
        "minors?\\b|child|kids?\\b|teen|underage|under 1[0-8]\\b|pupil|toddler|baby|babies");
    kinds.put("trade unions", "unions?\\b|unionis|union member|striker");
    kinds.put("genes and bodies", "genetic|biometric|dna\\b");
    kinds.put("offences", "convict|criminal|offender|prison");
    var patterns = new LinkedHashMap<String, Pattern>();
    kinds.forEach((kind, words) -> patterns.put(kind, Pattern.compile("\\b(?:" + words + ")")));
    return patterns;
  }

  /**
   * The sensitive facts that a name can reveal.
   *
   * @param name of an audience or a segment
   * @return kinds of such facts; empty if it seems to reveal none
   */
  static List<String> revealed(String name) {
    var words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ");
    var kinds = new ArrayList<String>();
    KINDS.forEach(
        (kind, pattern) -> {
          if (pattern.matcher(words).find()) {
            kinds.add(kind);
          }
        });
    return kinds;
  }
}
