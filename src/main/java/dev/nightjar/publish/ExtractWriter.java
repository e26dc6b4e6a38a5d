package dev.nightjar.publish;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.EXCLUSIONS;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.nightjar.pipeline.Night;
import dev.nightjar.publish.PublishQueries.Audience;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the extracts of a night into the outbox: data, manifest, marker. */
final class ExtractWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Night night;
  private final Path outbox;
  private final String destination;
  private final PublishQueries queries;

  ExtractWriter(Night night, Path outbox, String destination, PublishQueries queries) {
    this.night = night;
    this.outbox = outbox;
    this.destination = destination;
    this.queries = queries;
  }

  /**
   * Writes one extract.
   *
   * @throws UncheckedIOException where the outbox cannot be written
   */
  Extract write(DSLContext db, Audience audience) {
    var folder = Path.of(destination, audience.name(), night.date().toString());
    var file = "%s__%s__full.csv".formatted(audience.name(), night.date());
    return db.transactionResult(
        transaction -> {
          Files.createDirectories(outbox.resolve(folder));
          try (var rows = queries.extract(transaction.dsl(), audience)) {
            var extract = writeData(folder, file, rows);
            var manifest = manifest(transaction.dsl(), audience, extract, rows.fields());
            writeWhole(folder.resolve(Extract.MANIFEST), JSON.writeValueAsBytes(manifest));
            writeWhole(folder.resolve(Extract.MARKER), new byte[0]);
            return extract;
          }
        });
  }

  private Extract writeData(Path folder, String file, Cursor<? extends Record> rows)
      throws IOException {
    var target = outbox.resolve(folder).resolve(file);
    var part = target.resolveSibling("." + file + ".part");
    var hashed = new DigestOutputStream(Files.newOutputStream(part), sha256());
    long lines = 0;
    try (var csv = csv(new BufferedOutputStream(hashed))) {
      csv.writeRecord(Arrays.stream(rows.fields()).map(Field::getName).toArray(String[]::new));
      for (var row : rows) {
        csv.writeRecord(row.intoList().stream().map(ExtractWriter::text).toArray(String[]::new));
        lines++;
      }
    }
    moveInPlace(part, target);
    var hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    return new Extract(folder, file, Files.size(target), lines, hash);
  }

  private static CsvWriter csv(OutputStream bytes) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, StandardCharsets.UTF_8);
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal money ? money.toPlainString() : value.toString();
  }

  /** A Frictionless data package (https://datapackage.org), with the night in a key of its own. */
  private Map<String, Object> manifest(
      DSLContext db, Audience audience, Extract extract, Field<?>[] fields) {
    var resource = new LinkedHashMap<String, Object>();
    resource.put("name", audience.name());
    resource.put("path", extract.file());
    resource.put("mediatype", "text/csv");
    resource.put("bytes", extract.bytes());
    resource.put("hash", "sha256:" + extract.hash());
    resource.put(
        "schema", Map.of("fields", Arrays.stream(fields).map(ExtractWriter::type).toList()));
    var story = new LinkedHashMap<String, Object>();
    story.put("night", night.date().toString());
    story.put("revision", night.revision());
    story.put("segment", audience.segment());
    story.put("description", audience.description());
    story.put("action", audience.action());
    story.put("channel", audience.channel());
    story.put("offer", audience.offer());
    story.put("destination", destination);
    story.put("mode", "full");
    story.putAll(members(db, audience));
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("name", audience.name() + "-" + night.date());
    manifest.put("resources", List.of(resource));
    manifest.put("nightjar", story);
    return manifest;
  }

  private static Map<String, String> type(Field<?> field) {
    var type = Number.class.isAssignableFrom(field.getType()) ? "number" : "string";
    var schema = new LinkedHashMap<String, String>();
    schema.put("name", field.getName());
    schema.put("type", type);
    return schema;
  }

  /** Members are published ones and each exclusion. */
  private Map<String, Object> members(DSLContext db, Audience audience) {
    var counts =
        db.fetchSingle(
            AUDIENCES, AUDIENCES.NIGHT.eq(night.date()), AUDIENCES.AUDIENCE.eq(audience.name()));
    var exclusions = new LinkedHashMap<String, Long>();
    db.fetch(EXCLUSIONS, EXCLUSIONS.NIGHT.eq(night.date()), EXCLUSIONS.AUDIENCE.eq(audience.name()))
        .sortAsc(EXCLUSIONS.POSITION)
        .forEach(each -> exclusions.put(each.getExclusion(), each.getCustomers()));
    var story = new LinkedHashMap<String, Object>();
    story.put("members", counts.getMembers());
    story.put("published", counts.getPublished());
    story.put("exclusions", exclusions);
    return story;
  }

  private void writeWhole(Path path, byte[] bytes) throws IOException {
    var target = outbox.resolve(path);
    var part = target.resolveSibling("." + target.getFileName() + ".part");
    Files.write(part, bytes);
    moveInPlace(part, target);
  }

  private static void moveInPlace(Path part, Path target) throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
