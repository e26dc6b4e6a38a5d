package dev.nightjar.ports;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.List;
import java.util.Map;

/** Declares audiences in files of settings of their own. */
public interface AudienceDeclarations {

  /** The name of the file, in the folder of the settings, that declares an audience. */
  static String file(String audience) {
    return "audience-" + audience + ".yaml";
  }

  /**
   * Saves a declaration, which every night from now on reads.
   *
   * @param audience its name
   * @param settings values by their keys below the audience, such as {@code select.segments[0]}
   * @param yaml the same as text, from {@code audiences:} on
   * @return what people should know of it, one line each
   * @throws BadSettings with every problem that {@code nightjar lint} would find
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if there is a file that somebody else wrote
   */
  List<String> save(String audience, Map<String, String> settings, String yaml);
}
