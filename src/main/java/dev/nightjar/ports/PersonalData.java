package dev.nightjar.ports;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is kept about people: tells it, and erases it. */
public interface PersonalData {

  /**
   * Who is meant.
   *
   * @param customers keys
   * @param emails addresses, however written
   */
  record Named(Collection<String> customers, Collection<String> emails) {
    /** Says nothing of them, wherever it may be printed. */
    @Override
    public String toString() {
      return "%d keys and %d addresses".formatted(customers.size(), emails.size());
    }
  }

  /**
   * What an erasure did.
   *
   * @param pseudonyms that stand in the books now, one for each person who was not erased before
   * @param rows by table, in which they were
   * @param sharing other customers with an e-mail address or phone number of theirs
   * @param landingFiles that were removed
   * @param extracts that were withdrawn, as {@code destination/audience/night}
   * @param pending extracts that are still to be withdrawn, as they could not be reached
   */
  record Erased(
      List<String> pseudonyms,
      Map<String, Long> rows,
      long sharing,
      long landingFiles,
      Set<String> extracts,
      List<ExtractWithdrawals.Pending> pending) {}

  /**
   * Removes people from every table and landing file and from the extracts, wherever they were
   * delivered, and lets no later file bring them back. Who is erased already, or was never there,
   * is no fault.
   *
   * @throws Failure {@link FailureCode#NIGHT_RUNNING}, or {@link FailureCode#NIGHT_REFUSED} where
   *     an address is of so many customers that it is nobody's; then nothing is erased
   * @throws BadSettings where there is no secret
   */
  Erased erase(Named who);

  /**
   * Everything that is kept about people.
   *
   * @return by table the rows as JSON objects, and by {@code extracts} the delivered ones with them
   */
  Map<String, List<String>> about(Named who);
}
