package dev.nightjar.database;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The migrations of the schema. */
final class Migrations {
  private final Flyway flyway;

  Migrations(DataSource pool) {
    this.flyway =
        Flyway.configure()
            .dataSource(pool)
            .locations("classpath:db/migration")
            .defaultSchema("pipeline")
            // by default, migrations of newer versions are
            .ignoreMigrationPatterns(new String[0])
            .load();
  }

  /**
   * Applies those that the schema lacks.
   *
   * @throws Failure {@link FailureCode#SCHEMA_NEWER}
   */
  void apply() {
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      refuseNewer(flyway.info());
      throw e;
    }
  }

  /**
   * The number of those that the schema lacks; changes nothing.
   *
   * @throws Failure {@link FailureCode#SCHEMA_NEWER}
   */
  int missing() {
    var migrations = flyway.info();
    refuseNewer(migrations);
    return migrations.pending().length;
  }

  private static void refuseNewer(MigrationInfoService migrations) {
    for (var each : migrations.applied()) {
      if (each.getState() == MigrationState.FUTURE_SUCCESS
          || each.getState() == MigrationState.FUTURE_FAILED) {
        throw new Failure(
            FailureCode.SCHEMA_NEWER,
            """
            A newer version of Nightjar has changed the database (migration %s). This version does \
            not know the change, so it does nothing.
            Next: run the newer version, or restore the backup from before it\
            """
                .formatted(each.getVersion()));
      }
    }
  }
}
