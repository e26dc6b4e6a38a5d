package dev.nightjar.privacy;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;

/** Rows of a table of lines, by file and line number. */
final class FileLines {
  private FileLines() {}

  static Field<Long> file(Table<?> table) {
    return Objects.requireNonNull(table.field("file_id", Long.class));
  }

  static Field<Long> line(Table<?> table) {
    return Objects.requireNonNull(table.field("line_number", Long.class));
  }

  /** Whether a row is one of those found. They are looked up by their hash. */
  static Condition of(Table<?> table, List<Record2<Long, Long>> found) {
    return condition(
        "({0}, {1}) in (select * from unnest({2}, {3}))",
        file(table),
        line(table),
        val(found.stream().map(Record2::value1).toArray(Long[]::new)),
        val(found.stream().map(Record2::value2).toArray(Long[]::new)));
  }
}
