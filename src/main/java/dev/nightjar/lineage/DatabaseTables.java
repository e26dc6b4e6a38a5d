package dev.nightjar.lineage;

import static dev.nightjar.lineage.RunEvent.facet;
import static org.jooq.impl.DSL.currentCatalog;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.nightjar.lineage.RunEvent.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a database, named {@code postgres://host:port} and {@code database.schema.table}.
 *
 * @param columns names and types of the columns, by schema.table
 */
record DatabaseTables(
    String namespace, String database, Map<String, List<Map<String, String>>> columns) {
  private static final Field<String> SCHEMA = field(name("table_schema"), String.class);
  private static final Field<String> TABLE = field(name("table_name"), String.class);
  private static final Field<String> COLUMN = field(name("column_name"), String.class);
  private static final Field<String> TYPE = field(name("data_type"), String.class);
  private static final Field<Integer> POSITION = field(name("ordinal_position"), Integer.class);
  private static final Pattern HOST = Pattern.compile("jdbc:postgresql://([^/?]+).*");
  private static final Set<String> DIRECT = Set.of("IDENTITY", "TRANSFORMATION", "AGGREGATION");

  /**
   * @param namespace of a database that only this machine reaches, at a port that can change; null
   *     for that of its server
   */
  static DatabaseTables of(DSLContext db, @Nullable String namespace) {
    return new DatabaseTables(
        namespace == null ? server(db) : namespace,
        db.select(currentCatalog()).fetchSingle().value1(),
        columns(db));
  }

  private static Map<String, List<Map<String, String>>> columns(DSLContext db) {
    return db.select(SCHEMA, TABLE, COLUMN, TYPE)
        .from(table(name("information_schema", "columns")))
        .where(SCHEMA.notIn("pg_catalog", "information_schema"))
        .orderBy(POSITION)
        .fetchGroups(
            row -> row.value1() + "." + row.value2(),
            row -> Map.of("name", row.value3(), "type", row.value4()));
  }

  private static String server(DSLContext db) {
    var url = db.connectionResult(connection -> connection.getMetaData().getURL());
    var host = HOST.matcher(url);
    var name = host.matches() ? host.group(1) : "localhost";
    return "postgres://" + (name.matches(".*:\\d+") ? name : name + ":5432");
  }

  /** Tables by their names, as schema.table. */
  List<Dataset> named(List<String> tables) {
    return tables.stream().map(each -> dataset(each, Map.of())).toList();
  }

  /** Tables by their names, with their columns, and what they are made of where that is known. */
  List<Dataset> written(List<String> tables) {
    return tables.stream().map(each -> dataset(each, facets(each))).toList();
  }

  private Dataset dataset(String table, Map<String, ?> facets) {
    return new Dataset(namespace, database + "." + table, facets, Map.of(), Map.of());
  }

  private Map<String, ?> facets(String table) {
    var fields = columns.getOrDefault(table, List.of());
    var schema = facet("1-2-0/SchemaDatasetFacet", Map.of("fields", fields));
    var origins = StageTables.originsOf(table);
    return origins.isEmpty()
        ? Map.of("schema", schema)
        : Map.of("schema", schema, "columnLineage", columnLineage(origins));
  }

  private Map<String, ?> columnLineage(List<StageTables.Origin> origins) {
    var fields = new HashMap<String, Map<String, List<Map<String, ?>>>>();
    var rows = new ArrayList<Map<String, ?>>();
    for (var origin : origins) {
      var inputs =
          origin.column().isEmpty()
              ? rows
              : fields
                  .computeIfAbsent(origin.column(), key -> Map.of("inputFields", new ArrayList<>()))
                  .get("inputFields");
      origin.from().forEach(column -> inputs.add(inputField(column, origin.how())));
    }
    return facet(
        "1-2-0/ColumnLineageDatasetFacet",
        rows.isEmpty() ? Map.of("fields", fields) : Map.of("fields", fields, "dataset", rows));
  }

  private Map<String, ?> inputField(String column, String how) {
    int dot = column.lastIndexOf('.');
    return Map.of(
        "namespace",
        namespace,
        "name",
        database + "." + column.substring(0, dot),
        "field",
        column.substring(dot + 1),
        "transformations",
        List.of(
            Map.of(
                "type",
                DIRECT.contains(how) ? "DIRECT" : "INDIRECT",
                "subtype",
                how,
                "masking",
                false)));
  }
}
