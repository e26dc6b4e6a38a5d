import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.Definition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Build step: migrates an empty embedded PostgreSQL and writes jOOQ's table classes from it, one
 * sub-package of dev.nightjar.db per schema. Does nothing while the migrations are those of the
 * last time.
 *
 * <p>Arguments: the folder of the migrations, the folder to write to, and the folder to unpack
 * PostgreSQL in.
 */
public final class GenerateTables {
  private static final List<String> SCHEMAS =
      List.of(
          "pipeline",
          "ingest",
          "orders",
          "rfm",
          "clustering",
          "forecast",
          "segments",
          "audiences",
          "publish",
          "deliver",
          "privacy",
          "operations",
          "console",
          "published");

  public static void main(String[] args) throws Exception {
    var migrations = Path.of(args[0]);
    var target = Path.of(args[1]);
    var stamp = target.resolve("migrations.sha256");
    var fingerprint = fingerprint(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
      return;
    }
    try (var server =
        EmbeddedPostgres.builder().setOverrideWorkingDirectory(new File(args[2])).start()) {
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .locations("filesystem:" + migrations)
          .defaultSchema("pipeline")
          .load()
          .migrate();
      var tool = new GenerationTool();
      tool.setClassLoader(GenerateTables.class.getClassLoader());
      tool.run(configuration(server.getJdbcUrl("postgres", "postgres"), target));
    }
    Files.writeString(stamp, fingerprint);
  }

  private static Configuration configuration(String url, Path target) {
    var schemas =
        SCHEMAS.stream()
            .map(schema -> new SchemaMappingType().withInputSchema(schema))
            .collect(Collectors.toList());
    return new Configuration()
        .withJdbc(new Jdbc().withUrl(url))
        .withLogging(Logging.WARN)
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withSchemata(schemas)
                        .withExcludes("batch_.*|flyway_.*|.*_live|.*_past")
                        .withIncludeRoutines(false))
                .withStrategy(new Strategy().withName(PlainNames.class.getName()))
                .withTarget(
                    new Target()
                        .withPackageName("dev.nightjar.db")
                        .withDirectory(target.toString())));
  }

  /** Without it, a table that is named as its schema gets an underscore behind its name. */
  public static final class PlainNames extends DefaultGeneratorStrategy {
    private static final String SCHEMA = "_SCHEMA";

    @Override
    public String getJavaIdentifier(Definition definition) {
      var name = super.getJavaIdentifier(definition);
      return definition instanceof SchemaDefinition ? name + SCHEMA : name;
    }

    @Override
    public String getJavaPackageName(Definition definition, Mode mode) {
      return super.getJavaPackageName(definition, mode)
          .replace(SCHEMA.toLowerCase(Locale.ROOT), "");
    }
  }

  private static String fingerprint(Path migrations) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.list(migrations)) {
      for (var file : files.sorted().toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
