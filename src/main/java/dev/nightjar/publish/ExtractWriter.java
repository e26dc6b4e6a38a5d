package dev.nightjar.publish;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.pipeline.Night;
import dev.nightjar.publish.PublishQueries.Audience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.conf.ParamType;

/** Writes the extracts of a night into the outbox: data, manifest, marker. */
final class ExtractWriter {
  private final Night night;
  private final Path outbox;
  private final String destination;
  private final Destinations destinations;
  private final PublishQueries queries;

  /**
   * @param destination name of a profile
   */
  ExtractWriter(
      Night night,
      Path outbox,
      String destination,
      Destinations destinations,
      PublishQueries queries) {
    this.night = night;
    this.outbox = outbox;
    this.destination = destination;
    this.destinations = destinations;
    this.queries = queries;
  }

  /**
   * Writes one extract.
   *
   * @throws UncheckedIOException where the outbox cannot be written
   */
  Extract write(DSLContext db, Audience audience) {
    var profile = destinations.profile(destination).orElseThrow();
    var folder = Path.of(destination, audience.name(), night.date().toString());
    return db.transactionResult(
        transaction -> {
          var manifest = outbox.resolve(folder).resolve(Extract.MANIFEST);
          var extract = writeData(transaction.dsl(), audience, profile, folder);
          removeOthers(extract);
          var text =
              new Manifest(night, destination, profile).of(transaction.dsl(), audience, extract);
          writeWhole(manifest, text);
          writeWhole(manifest.resolveSibling(Extract.MARKER), new byte[0]);
          return extract;
        });
  }

  private Extract writeData(DSLContext transaction, Audience audience, Profile profile, Path folder)
      throws IOException {
    var place = outbox.resolve(folder);
    var name = "%s__%s__full".formatted(audience.name(), night.date());
    var fields = List.copyOf(profile.fields());
    var sql = queries.extract(transaction, audience, fields).getSQL(ParamType.INLINED);
    var previous = Manifest.files(place.resolve(Extract.MANIFEST));
    var extraction = destinations.extraction(profile, place, name, audience.name());
    return new Extract(
        folder,
        transaction.connectionResult(
            connection -> extraction.copy(connection, sql, fields, previous)));
  }

  /** Removes the further files that an extract of the night had when it was longer. */
  private void removeOthers(Extract extract) throws IOException {
    var names = extract.files().stream().map(DataFile::name).collect(Collectors.toSet());
    Predicate<Path> isKept = file -> names.contains(file.getFileName().toString());
    try (var files = Files.list(outbox.resolve(extract.folder()))) {
      for (var file : files.filter(isKept.negate()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void writeWhole(Path target, byte[] bytes) throws IOException {
    var part = target.resolveSibling("." + target.getFileName() + ".part");
    Files.write(part, bytes);
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
