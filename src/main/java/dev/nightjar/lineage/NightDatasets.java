package dev.nightjar.lineage;

import static dev.nightjar.lineage.RunEvent.facet;

import dev.nightjar.database.Database;
import dev.nightjar.home.Home;
import dev.nightjar.lineage.RunEvent.Dataset;
import dev.nightjar.lineage.RunEvent.Flow;
import dev.nightjar.pipeline.Night;
import dev.nightjar.ports.LandingFolder;
import dev.nightjar.views.NightFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables and files of a night, named as OpenLineage names those of any program. */
@Component
final class NightDatasets {
  private static final String FILES = "file";

  /** A place such as sftp://user@host:22/folder: scheme, host and path. */
  private static final Pattern SERVER = Pattern.compile("(\\w+://)(?:[^/@]*@)?([^/]*)/(.*)");

  private final DSLContext db;
  private final Database database;
  private final LandingFolder landing;
  private final Home home;
  private final String namespace;
  private @Nullable DatabaseTables tables;

  NightDatasets(
      DSLContext db,
      Database database,
      LandingFolder landing,
      Home home,
      LineageSettings settings) {
    this.db = db;
    this.database = database;
    this.landing = landing;
    this.home = home;
    this.namespace = settings.namespace();
  }

  /** What a stage is going to read and write; its files are not known yet. */
  Flow plan(String stage) {
    return new Flow(
        tables().named(StageTables.readBy(stage)), tables().named(StageTables.writtenBy(stage)));
  }

  /** What a stage has read and written, files among it. */
  Flow of(Night night, String stage) {
    var inputs = new ArrayList<>(tables().named(StageTables.readBy(stage)));
    var outputs = new ArrayList<>(tables().written(StageTables.writtenBy(stage)));
    if (stage.equals("ingest")) {
      NightFiles.loaded(night.date(), db).forEach(file -> inputs.add(loaded(file)));
    }
    if (stage.equals("deliver")) {
      NightFiles.delivered(night, db).forEach(file -> outputs.add(delivered(file)));
    }
    return new Flow(inputs, outputs);
  }

  /** What a night has made of files: the first inputs and the last outputs of its stages. */
  Flow of(Night night) {
    return new Flow(
        NightFiles.loaded(night.date(), db).stream().map(this::loaded).toList(),
        NightFiles.delivered(night, db).stream().map(this::delivered).toList());
  }

  /** A landing file; the original can be anywhere and gone. */
  private Dataset loaded(NightFiles.Loaded file) {
    return new Dataset(
        FILES,
        path(landing.path(), file.path()),
        described(file.source(), file.hash()),
        Map.of(
            "inputStatistics",
            facet("1-0-0/InputStatisticsInputDatasetFacet", counts(file.lines(), file.bytes()))),
        Map.of());
  }

  /** A file where it was delivered; the user of a server is not part of its name. */
  private Dataset delivered(NightFiles.Delivered file) {
    var server = SERVER.matcher(file.place());
    boolean isRemote = server.matches();
    return new Dataset(
        isRemote ? server.group(1) + server.group(2) : FILES,
        isRemote
            ? server.group(3).replaceFirst("(?<=[^/])/*$", "/") + file.path()
            : path(home.resolve(Path.of(file.place())), file.path()),
        described(file.destination() + "/" + file.audience(), file.hash()),
        Map.of(),
        Map.of(
            "outputStatistics",
            facet("1-0-2/OutputStatisticsOutputDatasetFacet", counts(file.lines(), file.bytes()))));
  }

  private static String path(Path folder, String file) {
    return folder.toAbsolutePath().resolve(file).normalize().toString();
  }

  private static Map<String, Map<String, ?>> described(String source, String hash) {
    return Map.of(
        "dataSource", facet("1-0-1/DatasourceDatasetFacet", Map.of("name", source)),
        "version", facet("1-0-1/DatasetVersionDatasetFacet", Map.of("datasetVersion", hash)));
  }

  private static Map<String, Long> counts(long rows, long bytes) {
    return Map.of("rowCount", rows, "size", bytes, "fileCount", 1L);
  }

  private DatabaseTables tables() {
    if (tables == null) {
      tables = DatabaseTables.of(db, database.isEmbedded() ? namespace : null);
    }
    return tables;
  }
}
