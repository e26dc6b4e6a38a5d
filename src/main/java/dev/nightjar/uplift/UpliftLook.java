package dev.nightjar.uplift;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a look at the effect is the one that counts. A test that is repeated every night until it
 * finds a difference finds one in every third campaign without an effect. So there is one verdict:
 * at the end of the days after the last export. Until then there are figures only; after it, each
 * look is at the same orders and says the same.
 */
public enum UpliftLook {
  /** Follow-up of all customers is over, after the declared days. */
  FINAL,
  /** Follow-up of some customers goes on. */
  EARLY,
  /** Other days than the audience declares. */
  OTHER_DAYS;

  /**
   * @param days days of orders after each export
   * @param declared the days of the audience; null for none
   * @param lastDay the end of the last follow-up
   * @param newest the newest published night
   */
  public static UpliftLook of(
      int days, @Nullable Integer declared, LocalDate lastDay, LocalDate newest) {
    if (declared != null && declared != days) {
      return OTHER_DAYS;
    }
    return newest.isBefore(lastDay) ? EARLY : FINAL;
  }

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
