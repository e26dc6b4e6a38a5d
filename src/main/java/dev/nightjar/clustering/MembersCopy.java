package dev.nightjar.clustering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes the members of clusters by COPY, straight from the arrays (PostgreSQL manual, COPY, Text
 * Format).
 */
final class MembersCopy {
  private static final int FULL = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder rows = new StringBuilder(FULL + 512);

  private MembersCopy(CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Adds a row for each customer.
   *
   * @param target a table and its columns for the key and the number of the cluster from 1: {@code
   *     tonight (customer_key, cluster)}
   * @param members for each customer, the number of the cluster from 0
   */
  static void write(Connection connection, String target, Population population, int[] members)
      throws SQLException {
    var api = connection.unwrap(PGConnection.class).getCopyAPI();
    var copy = new MembersCopy(api.copyIn("copy " + target + " from stdin"));
    try {
      for (int i = 0; i < population.count(); i++) {
        copy.row(population.key(i), members[i] + 1);
      }
      copy.flush();
      copy.copy.endCopy();
    } finally {
      if (copy.copy.isActive()) {
        copy.copy.cancelCopy();
      }
    }
  }

  private void row(String key, int cluster) throws SQLException {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        default -> rows.append(c);
      }
    }
    rows.append('\t').append(cluster).append('\n');
    if (rows.length() >= FULL) {
      flush();
    }
  }

  private void flush() throws SQLException {
    var bytes = rows.toString().getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }
}
