package dev.nightjar.privacy;

import dev.nightjar.database.Statistics;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.identity.ErasedPeople;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.ports.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Erases people: from the tables in one transaction, then from the files. */
@Component
final class PersonErasure {
  private static final int RANDOM_BYTES = 12;

  private final DSLContext db;
  private final NightLock lock;
  private final ErasedPeople erased;
  private final BusinessSettings business;
  private final Clock clock;
  private final RetainedFiles files;

  PersonErasure(
      DSLContext db,
      NightLock lock,
      ErasedPeople erased,
      BusinessSettings business,
      Clock clock,
      RetainedFiles files) {
    this.db = db;
    this.lock = lock;
    this.erased = erased;
    this.business = business;
    this.clock = clock;
    this.files = files;
  }

  /** Erases people, and removes the files that an earlier call was killed before removing. */
  PersonalData.Erased erase(PersonalData.Named who) {
    erased.require(db);
    return lock.alone(
        "erase",
        () -> {
          try {
            var done = db.transactionResult(tx -> fromTables(tx.dsl(), who));
            return fromFiles(done);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Those of a request whom nothing that is stored matches, and who were not erased before. */
  PersonalData.Named strangers(PersonalData.Named who) {
    erased.require(db);
    return new Strangers(db, erased).of(who);
  }

  private PersonalData.Erased fromTables(DSLContext tx, PersonalData.Named who) throws IOException {
    var catalogue = PersonalDataColumns.of(tx);
    if (!catalogue.unknown().isEmpty()) {
      throw new IllegalStateException(
          "erasing does not know these columns of personal data: " + catalogue.unknown());
    }
    var people = People.of(tx, who);
    var erasure = new Erasure(tx, people, catalogue);
    var pseudonyms = erasure.gather(PersonErasure::pseudonym);
    var extracts = ExtractsWithPeople.find(tx, erasure.isRecordOfTheirs(), business);
    long sharing = erasure.sharing();
    files.landing().withholdQuarantined(tx, people);
    files.extracts().forgetSent(tx, ErasedTable.keys());
    erasure.run();
    var trail = new ErasureLog(tx, erased);
    boolean isNew = trail.keep(people) > 0;
    var lines = pseudonyms.isEmpty() && isNew ? List.of(pseudonym()) : pseudonyms;
    long rows = erasure.rows().values().stream().mapToLong(Long::longValue).sum();
    trail.note(lines, rows, OffsetDateTime.now(clock));
    files.extracts().require(tx, extracts);
    Statistics.forget(tx);
    return new PersonalData.Erased(lines, erasure.rows(), sharing, 0, new TreeSet<>(), List.of());
  }

  private static String pseudonym() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "erased-" + HexFormat.of().formatHex(bytes);
  }

  private PersonalData.Erased fromFiles(PersonalData.Erased done) throws IOException {
    long landingFiles = files.landing().remove(db);
    var withdrawn = files.extracts().withdraw();
    return new PersonalData.Erased(
        done.pseudonyms(),
        done.rows(),
        done.sharing(),
        landingFiles,
        withdrawn.extracts(),
        withdrawn.pending());
  }
}
