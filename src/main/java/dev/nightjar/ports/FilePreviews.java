package dev.nightjar.ports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Previews a file before a night takes it; writes nothing and needs no database. */
public interface FilePreviews {

  /**
   * Parses a file as a night would.
   *
   * @param source name of the source; null for the one whose pattern matches the file's name
   * @param rows number of typed rows to return
   * @throws Failure {@link FailureCode#FILE_UNREADABLE}
   */
  Preview preview(Path file, @Nullable String source, int rows);

  /**
   * A file as a night would read it.
   *
   * @param source name of the source
   * @param layout the declared or detected layout of the file
   * @param columns columns of the table that the file fills
   * @param rows the first rows, each with its values as texts, empty for null
   * @param read number of lines without the header
   * @param rejects number of rejected lines by column and reason
   * @param firstRejects line, column and reason of the first rejects
   * @param examples for each column and reason of rejects, a value. PII.
   * @param figures what the orders of the file add up to; null for other feeds, and for a file that
   *     cannot be read
   * @param refused number of people in a file of suppressions: combinations of key, address and
   *     number; null for other feeds
   * @param verdict loaded, or why the file would be quarantined
   */
  record Preview(
      String source,
      String layout,
      List<String> columns,
      List<List<String>> rows,
      long read,
      Map<String, Long> rejects,
      List<String> firstRejects,
      Map<String, String> examples,
      @Nullable Figures figures,
      @Nullable Long refused,
      String verdict) {

    /** Whether a night would load the file. */
    public boolean isLoaded() {
      return verdict.equals("loaded");
    }
  }

  /**
   * What the orders of a file add up to, by the rules of its source and without what is loaded
   * already.
   *
   * @param from day of the first order; null if there is none
   * @param to day of the last order; null if there is none
   * @param orders that count, returns not among them
   * @param customers of these orders
   * @param total value of these orders less returns and refunds, in the business currency
   * @param largestShare share of the orders that the customer with the most of them has, 0 to 1
   * @param withoutCustomer orders that would count if they had a customer
   * @param totalWithoutCustomer value of these, which is not part of the total
   * @param keptStatuses number of orders by status, of those statuses that count
   * @param otherStatuses number of orders by status, of those that do not count
   * @param notes on keys that a spreadsheet damaged
   * @param warnings of amounts that are added up although they seem to be of whole orders
   * @param isWhole whether the file has few enough orders to take them all into account
   * @param orderNumbers of these orders
   */
  record Figures(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      long orders,
      long customers,
      BigDecimal total,
      double largestShare,
      long withoutCustomer,
      BigDecimal totalWithoutCustomer,
      Map<String, Long> keptStatuses,
      Map<String, Long> otherStatuses,
      List<String> notes,
      List<String> warnings,
      boolean isWhole,
      @JsonIgnore Set<String> orderNumbers) {}
}
