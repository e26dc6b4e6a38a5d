package dev.nightjar.privacy;

import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.deliver.Tables.EXTRACTS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.nightjar.privacy.PersonalDataColumns.Column;
import dev.nightjar.privacy.PersonalDataColumns.Treatment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The statements that read everything that is kept about people. */
final class AccessReport {
  private final DSLContext db;
  private final PersonalDataColumns catalogue;
  private final People people;

  AccessReport(DSLContext db, PersonalDataColumns catalogue, People people) {
    this.db = db;
    this.catalogue = catalogue;
    this.people = people;
  }

  /** Rows as JSON objects, by their tables; the delivered extracts as {@code extracts}. */
  Map<String, List<String>> rows() {
    var rows = new TreeMap<String, List<String>>();
    var tables = new LinkedHashSet<String>();
    catalogue.columns().forEach(each -> tables.add(each.tableName()));
    for (var table : tables) {
      var columns =
          catalogue.columns().stream().filter(each -> each.tableName().equals(table)).toList();
      var found = rows(columns);
      if (!found.isEmpty()) {
        rows.put(table, found);
      }
    }
    var extracts = extracts();
    if (!extracts.isEmpty()) {
      rows.put("extracts", extracts);
    }
    return rows;
  }

  private List<String> rows(List<Column> columns) {
    var table = columns.get(0).in();
    // a list of keys reveals other people
    var others =
        columns.stream()
            .filter(each -> each.treatment() == Treatment.RENAME_IN_LIST)
            .map(Column::name)
            .toArray(String[]::new);
    return db.select(
            field(
                "(to_jsonb({0}) - {1})::text",
                String.class, field(table.getQualifiedName().last()), val(others)))
        .from(table)
        .where(or(columns.stream().map(this::isTheirs).toList()))
        .fetch(0, String.class);
  }

  private Condition isTheirs(Column column) {
    var keys = People.values(people.keys());
    return switch (column.treatment()) {
      case RENAME, MOVE -> column.field().in(keys);
      case RENAME_IN_LIST ->
          condition(
              "{0} && cast({1} as text[])",
              field(name(column.name()), String[].class),
              val(people.keys().toArray(String[]::new)));
      case EMPTY -> people.mentions().inRejects(db);
      case DELETE ->
          column.name().equals("customer_key")
              ? column.field().in(keys)
              : people.in(db, SUPPRESSIONS);
      case BLANK, KEEP -> falseCondition();
    };
  }

  private List<String> extracts() {
    return db.selectDistinct(
            field(
                "jsonb_build_object('night', {0}, 'path', {1})::text",
                String.class, EXTRACTS.NIGHT, EXTRACTS.PATH))
        .from(EXTRACTS)
        .join(MEMBERS)
        .on(MEMBERS.AUDIENCE.eq(EXTRACTS.AUDIENCE), MEMBERS.EXCLUSION.isNull())
        .and(MEMBERS.VALID_FROM.le(EXTRACTS.NIGHT))
        .and(MEMBERS.VALID_TO.isNull().or(MEMBERS.VALID_TO.gt(EXTRACTS.NIGHT)))
        .where(MEMBERS.CUSTOMER_KEY.in(People.values(people.keys())))
        .andNotExists(
            selectOne()
                .from(DESTINATION_EXCLUSIONS)
                .where(DESTINATION_EXCLUSIONS.CUSTOMER_KEY.eq(MEMBERS.CUSTOMER_KEY))
                .and(DESTINATION_EXCLUSIONS.AUDIENCE.eq(EXTRACTS.AUDIENCE))
                .and(DESTINATION_EXCLUSIONS.DESTINATION.eq(EXTRACTS.DESTINATION))
                .and(DESTINATION_EXCLUSIONS.VALID_FROM.le(EXTRACTS.NIGHT))
                .and(
                    DESTINATION_EXCLUSIONS
                        .VALID_TO
                        .isNull()
                        .or(DESTINATION_EXCLUSIONS.VALID_TO.gt(EXTRACTS.NIGHT))))
        .fetch(0, String.class);
  }
}
