package dev.nightjar.database;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Tells by their SQL states which exceptions are faults of the server or of the way to it. */
public final class DatabaseFault {
  private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "53300");

  /** States of a server that can be reached and stores nothing, with what they mean. */
  private static final Map<String, String> FULL =
      Map.of(
          "53100", "has no disk space left",
          "53200", "has no memory left",
          "53400", "has reached a limit of its configuration",
          "25006", "accepts no writes: it is a standby, or set to read only");

  private DatabaseFault() {}

  /** Whether an exception means that the database cannot be reached, or stores nothing. */
  public static boolean isAway(Throwable thrown) {
    return isGone(thrown) || hasState(thrown, FULL::containsKey);
  }

  /** Whether an exception is a passing fault, such as a deadlock or a lost connection. */
  public static boolean isPassing(Throwable thrown) {
    return isGone(thrown) || hasState(thrown, state -> state.startsWith("40"));
  }

  /**
   * The failure for a fault of the server.
   *
   * @param where the server
   * @param look where to look if it cannot be reached
   */
  static Failure failure(String where, String look, Throwable cause) {
    for (var each : FULL.entrySet()) {
      if (hasState(cause, each.getKey()::equals)) {
        return new Failure(
            FailureCode.DATABASE_FULL,
            """
            %s %s (%s).
            Next: mend that on its machine, then nightjar resume, or the same command again\
            """
                .formatted(where, each.getValue(), Failure.reason(cause)),
            cause);
      }
    }
    return new Failure(
        FailureCode.DATABASE_AWAY,
        """
        %s cannot be reached (%s).
        %s
        Next: nightjar resume, or the same command again where no night had begun\
        """
            .formatted(where, Failure.reason(cause), look),
        cause);
  }

  private static boolean isGone(Throwable thrown) {
    return hasState(thrown, state -> state.startsWith("08") || GONE.contains(state));
  }

  private static boolean hasState(Throwable thrown, Predicate<String> states) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException && states.test("08000")) {
        return true;
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && states.test(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
