package dev.nightjar.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Finds what differs from what was sent, as a night does, for rows that were made elsewhere. */
public interface DeltaFinder {

  /**
   * Opens what a destination has of an audience.
   *
   * @param session in which no transaction is open
   * @param columns names of the cells of a row
   */
  Open open(
      Connection session,
      String destination,
      String audience,
      List<String> columns,
      LocalDate night);

  /** What is there, beside the rows of a night. */
  interface Open extends AutoCloseable {

    /** Takes the night's rows as COPY text: key, fingerprint, cells. Closing it completes them. */
    OutputStream tonight() throws IOException, SQLException;

    /**
     * Compares, once the rows are there.
     *
     * @param customers how many rows there are
     * @return customers added, changed and removed
     */
    List<Long> differ(long customers);

    /** A statement for the cells of the rows to remove, as they were sent. */
    String removes();

    /** A statement for the cells of the rows to add. */
    String adds();

    /** Lets the night's rows be what is there. */
    void keep(long customers);

    @Override
    void close();
  }
}
