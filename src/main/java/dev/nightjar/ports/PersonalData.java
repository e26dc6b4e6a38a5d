package dev.nightjar.ports;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports and erases what is stored about people. */
public interface PersonalData {

  /**
   * The people of a request.
   *
   * @param customers customer keys
   * @param emails e-mail addresses, in any spelling
   */
  record Named(Collection<String> customers, Collection<String> emails) {
    /** Contains no personal data, as it can end up in a log. */
    @Override
    public String toString() {
      return "%d keys and %d addresses".formatted(customers.size(), emails.size());
    }
  }

  /**
   * The result of an erasure.
   *
   * @param pseudonyms new pseudonyms in the books, one per person that was not erased before
   * @param rows number of rows with the people, by table
   * @param sharing number of other customers with the same e-mail address or phone number
   * @param landingFiles number of removed landing files
   * @param extracts withdrawn extracts, each as {@code destination/audience/night}
   * @param pending extracts that still have to be withdrawn
   */
  record Erased(
      List<String> pseudonyms,
      Map<String, Long> rows,
      long sharing,
      long landingFiles,
      Set<String> extracts,
      List<ExtractWithdrawals.Pending> pending) {}

  /**
   * Removes people from all tables, landing files and delivered extracts. Later files cannot bring
   * them back. People that are erased already or unknown are not an error.
   *
   * @throws Failure {@link FailureCode#NIGHT_RUNNING}, or {@link FailureCode#NIGHT_REFUSED} if an
   *     address belongs to so many customers that it identifies nobody; then nothing is erased
   * @throws BadSettings if no secret is set
   */
  Erased erase(Named who);

  /**
   * Those of a request whom nothing that is stored matches, and who were not erased before.
   *
   * @throws Failure as {@link #erase}
   * @throws BadSettings if no secret is set
   */
  Named strangers(Named who);

  /**
   * Everything that is stored about people.
   *
   * @return rows as JSON objects, by table; {@code extracts} has the delivered extracts with the
   *     people
   */
  Map<String, List<String>> about(Named who);
}
