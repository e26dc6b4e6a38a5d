package dev.nightjar.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens files of records, whatever their format. */
public final class Formats {
  private static final int SAMPLE = 1 << 16;
  private static final int MOST_COLUMNS = 10_000;
  private static final Pattern JSON = Pattern.compile("\uFEFF?\\s*(\\{|\\[\\s*[{\\]])");

  private Formats() {}

  /**
   * Opens a file. Anything that its layout does not declare is detected.
   *
   * @param wanted names of the columns that are needed, if known: they decide between several
   *     possible delimiters
   * @throws BadFile if the file is damaged, or in none of the formats
   */
  public static RecordReader open(Path file, Layout layout, Collection<String> wanted)
      throws IOException {
    Contents contents = null;
    try {
      contents = Contents.of(file);
      var reader = reader(contents, layout, wanted);
      if (reader.columns().size() >= MOST_COLUMNS) {
        throw new BadFile("the file has %,d columns or more".formatted(MOST_COLUMNS), 1L);
      }
      return new Guarded(reader, contents, otherwise(contents));
    } catch (IOException | RuntimeException e) {
      if (contents == null) {
        throw Damage.of(e, null, "the file is damaged");
      }
      contents.close();
      throw Damage.of(e, null, otherwise(contents));
    }
  }

  private static RecordReader reader(Contents contents, Layout layout, Collection<String> wanted)
      throws IOException {
    return switch (format(contents, layout)) {
      case XLSX -> new WorkbookReader(workbook(contents), layout, wanted);
      case PARQUET -> new ParquetReader(contents.asFile());
      default -> text(contents, layout, wanted);
    };
  }

  private static Layout.Format format(Contents contents, Layout layout) {
    if (layout.format() != null) {
      return layout.format();
    }
    var unreadable = contents.magic().unreadable();
    if (unreadable != null) {
      throw new BadFile("the file is " + unreadable + ", which is not read", null);
    }
    return switch (contents.magic()) {
      case ZIP -> Layout.Format.XLSX;
      case PARQUET -> Layout.Format.PARQUET;
      default -> Layout.Format.CSV;
    };
  }

  private static Path workbook(Contents contents) throws IOException {
    var file = contents.asFile();
    if (contents.magic() != Magic.ZIP || !ZipArchive.isWorkbook(file)) {
      throw new BadFile(
          contents.packing() == null || contents.magic() != Magic.ZIP
              ? "the file is not an Excel workbook (.xlsx)"
              : "the file is packed twice",
          null);
    }
    return file;
  }

  private static RecordReader text(Contents contents, Layout layout, Collection<String> wanted)
      throws IOException {
    var encoding = TextEncoding.of(contents.head(), layout.encoding());
    var sample = encoding.decode(contents.head());
    sample = sample.substring(0, Math.min(sample.length(), SAMPLE));
    var found = new Delimiters(sample, layout, wanted).find();
    var format = layout.format();
    if (format == null) {
      format =
          isJson(sample)
              ? Layout.Format.JSON_LINES
              : !found.isFound() && areNumbers(wanted) ? Layout.Format.BLANKS : Layout.Format.CSV;
    }
    var text = encoding.open(contents.stream());
    var name = encoding.charset().displayName();
    int skipped = found.skippedLines();
    return switch (format) {
      case JSON_LINES ->
          sample.stripLeading().startsWith("[")
              ? new JsonLinesReader(
                  new JsonLinesReader.Elements(text), wanted, describe("json array", name))
              : new JsonLinesReader(new Lines(text), wanted, describe("json-lines", name));
      case BLANKS -> {
        var lines = Lines.below(skipped, layout.comment(), text);
        yield new BlanksReader(lines, layout.header(), describe("blanks", name));
      }
      default -> {
        var words = describe("csv", Delimiters.name(found.delimiter()), name);
        var below = skipped == 0 ? "" : ", below line " + skipped;
        yield new DelimitedReader(text, layout, found, words + below);
      }
    };
  }

  /** Whether a text begins with a JSON object, or with an array of objects. */
  private static boolean isJson(String sample) {
    return JSON.matcher(sample).lookingAt();
  }

  /** The reason if a library gives none. */
  private static String otherwise(Contents contents) {
    return switch (contents.magic()) {
      case ZIP -> "the workbook is damaged";
      case PARQUET -> "the Parquet file is damaged";
      default -> "the file is damaged";
    };
  }

  private static boolean areNumbers(Collection<String> columns) {
    return !columns.isEmpty() && columns.stream().allMatch(each -> each.matches("[1-9]\\d*"));
  }

  private static String describe(String... words) {
    return String.join(", ", words);
  }

  /** Turns anything a library throws about the file's bytes into a verdict on the file. */
  private static final class Guarded implements RecordReader {
    private final RecordReader reader;
    private final Contents contents;
    private final String otherwise;
    private long line;

    Guarded(RecordReader reader, Contents contents, String otherwise) {
      this.reader = reader;
      this.contents = contents;
      this.otherwise = otherwise;
    }

    @Override
    public List<String> columns() {
      return reader.columns();
    }

    @Override
    public @Nullable Row next() throws IOException {
      try {
        var row = reader.next();
        if (row != null) {
          line = row.line();
        }
        return row;
      } catch (IOException | RuntimeException e) {
        throw Damage.of(e, line + 1, otherwise);
      }
    }

    @Override
    public String layout() {
      return Stream.of(contents.packing(), reader.layout())
          .filter(each -> each != null)
          .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws IOException {
      try (contents) {
        reader.close();
      }
    }
  }
}
