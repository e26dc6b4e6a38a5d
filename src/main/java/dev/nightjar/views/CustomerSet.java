package dev.nightjar.views;

import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A set of customers that a command names.
 *
 * @param label description for the screen
 * @param keys customer keys
 */
record CustomerSet(String label, Set<String> keys) {

  /**
   * The customers of a segment, or of a cluster by number or name, or of a file with one customer
   * key per line, in this order.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if it is none of these, {@link
   *     FailureCode#FILE_UNREADABLE} if the file cannot be read
   */
  static CustomerSet named(String name, LocalDate night, DSLContext db) {
    var segments = segments(night, db);
    if (segments.contains(name)) {
      return new CustomerSet(
          "segment " + name,
          keys(MEMBERSHIPS, MEMBERSHIPS.CUSTOMER_KEY, MEMBERSHIPS.SEGMENT.eq(name), night, db));
    }
    var clusters = clusters(night, db);
    for (var cluster : clusters.entrySet()) {
      if (name.equals(cluster.getKey().toString()) || name.equals(cluster.getValue())) {
        return new CustomerSet(
            "cluster " + label(cluster),
            keys(MEMBERS, MEMBERS.CUSTOMER_KEY, MEMBERS.CLUSTER.eq(cluster.getKey()), night, db));
      }
    }
    var file = Path.of(name);
    if (Files.isRegularFile(file)) {
      return new CustomerSet("file " + name, read(file));
    }
    throw unknown(name, night, segments, clusters);
  }

  private static List<String> segments(LocalDate night, DSLContext db) {
    return db.select(SEGMENTS.SEGMENT)
        .from(SEGMENTS)
        .where(SEGMENTS.NIGHT.eq(night))
        .orderBy(SEGMENTS.POSITION)
        .fetch(SEGMENTS.SEGMENT);
  }

  /** Cluster names by number. */
  private static Map<Integer, String> clusters(LocalDate night, DSLContext db) {
    return db.select(CENTROIDS.CLUSTER, CENTROIDS.NAME)
        .from(CENTROIDS)
        .where(CENTROIDS.NIGHT.eq(night), CENTROIDS.IS_PROPOSED.isFalse())
        .orderBy(CENTROIDS.POSITION)
        .fetchMap(CENTROIDS.CLUSTER, CENTROIDS.NAME);
  }

  private static Set<String> keys(
      Table<?> table, Field<String> key, Condition which, LocalDate night, DSLContext db) {
    return db.select(key)
        .from(table)
        .where(which, ValidityIntervals.at(table, night))
        .fetchSet(key);
  }

  private static Set<String> read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).collect(toSet());
    } catch (IOException | UncheckedIOException e) {
      throw new Failure(
          FailureCode.FILE_UNREADABLE,
          "%s cannot be read: %s%nNext: name a text file in UTF-8 with one customer key per line"
              .formatted(file, Failure.reason(e)),
          e);
    }
  }

  private static Failure unknown(
      String name, LocalDate night, List<String> segments, Map<Integer, String> clusters) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "%s is not a segment or a cluster of night %s, and not a file.%nSegments: %s%nClusters: %s%nNext: nightjar lookalikes --of \"%s\""
            .formatted(
                name,
                night,
                String.join(", ", segments),
                clusters.isEmpty()
                    ? "none"
                    : clusters.entrySet().stream().map(CustomerSet::label).collect(joining("; ")),
                segments.get(0)));
  }

  private static String label(Map.Entry<Integer, String> cluster) {
    return cluster.getValue().isEmpty()
        ? String.valueOf(cluster.getKey())
        : "%d (%s)".formatted(cluster.getKey(), cluster.getValue());
  }
}
