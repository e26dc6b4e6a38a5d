package dev.nightjar.views;

import static dev.nightjar.db.clustering.Tables.MODELS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.FITS;

import dev.nightjar.pipeline.Ledger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that a night was made of, so that it can be explained and repeated. Personal data is left
 * out.
 *
 * @param version of Nightjar that worked on it last; null for a night before this was kept
 * @param settings every setting of its last attempt, defaults included, secrets masked
 * @param files that landed for the night, in the order in which they landed
 * @param cutPoints in ascending order, by metric
 * @param models the cluster model in force, and the one that is proposed, if there is one
 */
public record NightRecord(
    @Nullable String version,
    JsonNode settings,
    List<InputFile> files,
    List<CutPoint> cutPoints,
    List<Model> models) {

  /**
   * A file of the ledger.
   *
   * @param hash SHA-256 of its bytes, in hexadecimal
   * @param verdict landed, loaded, replaced, duplicate or quarantined
   */
  public record InputFile(
      String source,
      String name,
      String hash,
      long bytes,
      OffsetDateTime landedAt,
      String verdict) {}

  /**
   * A border between two bins of a metric.
   *
   * @param rule that found it
   * @param within scores on the metrics before, side by side, of the customers for whom it holds;
   *     empty if it holds for all
   * @param value days, orders or business currency
   * @param isInclusive whether a value equal to it is in the bin above
   * @param fittedOn night in which it was found
   */
  public record CutPoint(
      String metric,
      String rule,
      String within,
      int position,
      double value,
      boolean isInclusive,
      LocalDate fittedOn) {}

  /**
   * A cluster model.
   *
   * @param algorithm with the library
   * @param seed of the first start; each further start adds one
   * @param fittedOn night in which it was found
   */
  public record Model(
      boolean isProposed, String algorithm, int k, long seed, int starts, LocalDate fittedOn) {}

  /** The record of the last revision of a night. */
  public static NightRecord of(NightSummary night, Ledger ledger, DSLContext db) {
    return new NightRecord(
        ledger.version(night.asNight()).orElse(null),
        ledger.settings(night.asNight()),
        files(night.night(), db),
        cuts(night.night(), db),
        models(night.night(), db));
  }

  private static List<InputFile> files(LocalDate night, DSLContext db) {
    return db.select(
            FILES.SOURCE,
            FILES.NAME,
            FILES.CONTENT_HASH,
            FILES.BYTES,
            FILES.LANDED_AT,
            FILES.VERDICT)
        .from(FILES)
        .where(FILES.NIGHT.eq(night))
        .orderBy(FILES.FILE_ID)
        .fetch(Records.mapping(InputFile::new));
  }

  private static List<CutPoint> cuts(LocalDate night, DSLContext db) {
    return db.select(
            CUT_POINTS.METRIC,
            FITS.RULE,
            CUT_POINTS.WITHIN,
            CUT_POINTS.POSITION,
            CUT_POINTS.VALUE,
            CUT_POINTS.IS_INCLUSIVE,
            FITS.FITTED_ON)
        .from(CUT_POINTS)
        .join(FITS)
        .using(CUT_POINTS.NIGHT, CUT_POINTS.METRIC)
        .where(CUT_POINTS.NIGHT.eq(night))
        .orderBy(CUT_POINTS.METRIC, CUT_POINTS.WITHIN, CUT_POINTS.POSITION)
        .fetch(Records.mapping(CutPoint::new));
  }

  private static List<Model> models(LocalDate night, DSLContext db) {
    return db.select(
            MODELS.IS_PROPOSED,
            MODELS.ALGORITHM,
            MODELS.K,
            MODELS.SEED,
            MODELS.STARTS,
            MODELS.FITTED_ON)
        .from(MODELS)
        .where(MODELS.NIGHT.eq(night))
        .orderBy(MODELS.IS_PROPOSED)
        .fetch(Records.mapping(Model::new));
  }
}
