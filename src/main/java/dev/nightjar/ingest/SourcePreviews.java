package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.Formats;
import dev.nightjar.formats.RecordReader;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Visible;
import dev.nightjar.ports.FilePreviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews a file with the night's own readers and parsers; stores nothing. */
@Component
final class SourcePreviews implements FilePreviews {
  private static final String AGAIN = "\nNext: check the file, then the same command again";

  private static final int FIRST_REJECTS = 10;
  private static final List<String> PERSON =
      Stream.of(
              Tables.SUPPRESSIONS.CUSTOMER_KEY,
              Tables.SUPPRESSIONS.EMAIL,
              Tables.SUPPRESSIONS.PHONE)
          .map(Field::getName)
          .toList();

  private final IngestSettings settings;
  private final BusinessSettings business;

  SourcePreviews(IngestSettings settings, BusinessSettings business) {
    this.settings = settings;
    this.business = business;
  }

  @Override
  public Preview preview(Path file, @Nullable String sourceName, int rows) {
    requireFile(file);
    var name =
        sourceName == null ? settings.sourceOf(String.valueOf(file.getFileName())) : sourceName;
    var source = name == null ? null : settings.sources().get(name);
    if (name == null || source == null) {
      var shown = Visible.text(file.toString());
      throw new Failure(
          FailureCode.FILE_UNREADABLE,
          "%s\nNext: nightjar guess %s%s"
              .formatted(
                  name == null ? "No source matches " + shown : "There is no source " + name,
                  shown,
                  settings.sources().isEmpty()
                      ? ""
                      : ", or --source with one of: "
                          + String.join(", ", settings.sources().keySet())));
    }
    var seen = new Seen(rows);
    try (var records = Formats.open(file, source.layout(), source.wantedColumns())) {
      seen.layout = records.layout();
      var parser = new LineParser(source, records.columns(), business);
      seen.figures = source.feed().isOfOrders() ? new OrderFigures(source, parser.targets()) : null;
      seen.refused = source.feed() == Feed.SUPPRESSIONS ? new HashSet<>() : null;
      seen.header = records.columns();
      seen.read(records, parser);
      source.expect().refuse(seen.read, seen.rejected);
    } catch (BadFile bad) {
      seen.verdict = "quarantined%s: %s".formatted(bad.place(), bad.getMessage());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return seen.preview(name);
  }

  /** What was seen of a file. */
  private static final class Seen {
    private final int wanted;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, Long> rejects = new TreeMap<>();
    private final List<String> firstRejects = new ArrayList<>();
    private final Map<String, String> examples = new TreeMap<>();
    private List<String> header = List.of();
    private @Nullable OrderFigures figures;
    private @Nullable Set<List<@Nullable Object>> refused;
    private List<String> columns = List.of();
    private String layout = "";
    private String verdict = "loaded";
    private long read;
    private long rejected;

    private Seen(int wanted) {
      this.wanted = wanted;
    }

    private void read(RecordReader records, LineParser parser) throws IOException {
      columns = parser.read();
      var values = new @Nullable Object[parser.targets().size()];
      for (var row = records.next(); row != null; row = records.next()) {
        read++;
        var reject = parser.parse(row, values);
        if (reject != null) {
          add(reject);
          continue;
        }
        if (figures != null) {
          figures.add(row.line(), values);
        }
        if (refused != null) {
          refused.add(person(parser.targets(), values));
        }
        if (rows.size() < wanted) {
          rows.add(
              Stream.of(values)
                  .limit(columns.size())
                  .map(each -> each == null ? "" : each.toString())
                  .toList());
        }
      }
    }

    private static List<@Nullable Object> person(List<String> targets, @Nullable Object[] values) {
      return PERSON.stream()
          .mapToInt(targets::indexOf)
          .mapToObj(i -> i < 0 ? null : values[i])
          .collect(Collectors.toCollection(ArrayList::new));
    }

    private void add(Reject reject) {
      rejected++;
      var place = reject.column() == null ? "" : reject.column() + " ";
      rejects.merge(place + reject.reason().code(), 1L, Long::sum);
      int index = reject.column() == null ? -1 : header.indexOf(reject.column());
      if (index >= 0 && index < reject.cells().length) {
        examples.putIfAbsent(place + reject.reason().code(), reject.cells()[index]);
      }
      if (firstRejects.size() < FIRST_REJECTS) {
        firstRejects.add("line %d: %s%s".formatted(reject.line(), place, reject.reason().code()));
      }
    }

    private Preview preview(String source) {
      return new Preview(
          source,
          layout,
          columns,
          rows,
          read,
          rejects,
          firstRejects,
          examples,
          figures == null ? null : figures.figures(),
          refused == null ? null : (long) refused.size(),
          verdict);
    }
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      var problem = Files.exists(file) ? "Not a regular file: " : "File not found: ";
      throw new Failure(
          FailureCode.FILE_UNREADABLE, problem + Visible.text(file.toString()) + AGAIN);
    }
  }

  private static Failure unreadable(Path file, Exception cause) {
    return new Failure(
        FailureCode.FILE_UNREADABLE,
        "%s cannot be read: %s%s"
            .formatted(
                Visible.text(file.toString()),
                Visible.text(String.valueOf(cause.getMessage())),
                AGAIN),
        cause);
  }
}
