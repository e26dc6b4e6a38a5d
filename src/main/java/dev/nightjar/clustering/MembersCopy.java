package dev.nightjar.clustering;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.Matrix;
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
   * @param target a table and its columns for the key, the number of the cluster from 1, and the
   *     distance to the centroid in scaled features: {@code tonight (customer_key, cluster,
   *     distance)}
   */
  static void write(
      Connection connection,
      String target,
      Population population,
      Matrix features,
      Clustered clustered)
      throws SQLException {
    var api = connection.unwrap(PGConnection.class).getCopyAPI();
    var copy = new MembersCopy(api.copyIn("copy " + target + " from stdin"));
    try {
      for (int i = 0; i < population.count(); i++) {
        copy.row(population.key(i), clustered.members()[i] + 1, clustered.distance(i, features));
      }
      copy.flush();
      copy.copy.endCopy();
    } finally {
      if (copy.copy.isActive()) {
        copy.copy.cancelCopy();
      }
    }
  }

  private void row(String key, int cluster, double distance) throws SQLException {
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
    rows.append('\t').append(cluster).append('\t').append(distance).append('\n');
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
