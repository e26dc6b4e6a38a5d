package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.EXPORTS;

import dev.nightjar.db.deliver.tables.records.ExportsRecord;
import dev.nightjar.destinations.names.Outbox;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.ports.ExtractFiles;
import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds delivered files in the outbox, where they stay as long as at their destination. */
@Component
final class OutboxFiles implements ExtractFiles {
  private final DSLContext db;
  private final Outbox outbox;

  OutboxFiles(DSLContext db, Home home, DeliverSettings settings) {
    this.db = db;
    this.outbox = new Outbox(home.resolve(settings.outbox()));
  }

  @Override
  public Delivered delivered(long exportId) {
    var row = db.fetchOne(EXPORTS, EXPORTS.EXPORT_ID.eq(exportId));
    if (row == null || !isData(row)) {
      throw refused("No delivery has a data file with the number %d.", exportId);
    }
    if (isRemoved(row)) {
      throw refused("File %d was replaced or removed since.", exportId);
    }
    var name = Path.of(row.getPath()).getFileName().toString();
    var file =
        outbox
            .extract(row.getDestination(), row.getAudience(), row.getNight())
            .path()
            .resolve(name)
            .normalize();
    if (!file.startsWith(outbox.root().normalize())
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused("The bytes of file %d are not on this machine.", exportId);
    }
    requireSame(file, row);
    return new Delivered(file, name, row.getNight(), row.getContentHash(), row.getBytes());
  }

  /** Manifests, markers and copies have the data of no file of their own. */
  private static boolean isData(ExportsRecord row) {
    return row.getAction().equals("delivered")
        && row.getMode() != null
        && !row.getMode().equals(DeliveryAudit.COPY);
  }

  private boolean isRemoved(ExportsRecord row) {
    return db.fetchExists(
        EXPORTS,
        EXPORTS
            .PLACE
            .eq(row.getPlace())
            .and(EXPORTS.PATH.eq(row.getPath()))
            .and(EXPORTS.EXPORT_ID.gt(row.getExportId())));
  }

  private static void requireSame(Path file, ExportsRecord row) {
    try {
      if (!FileDigest.of(file).hash().equals(row.getContentHash())) {
        throw refused(
            "The bytes of file %d on this machine are not those that were delivered.",
            row.getExportId());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Failure refused(String message, long exportId) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        (message + "%nNext: nightjar audiences (lists what is delivered)").formatted(exportId));
  }
}
