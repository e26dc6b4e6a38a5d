package dev.nightjar.kit;

import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** The stages of one process. */
public record OpenStages(ApplicationContext context) {
  /** Runs stages of a night; the report is the last one's. */
  public StageReport run(String date, String... names) {
    var night = new Night(LocalDate.parse(date), 1);
    return Stream.of(names)
        .map(name -> stage(name).run(night))
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  /** What the tables have otherwise than tables made anew: rows by table, of those that differ. */
  public Map<String, Long> differences(String lastNight) {
    var night = new Night(LocalDate.parse(lastNight), 1);
    var differences = new TreeMap<String, Long>();
    var db = context.getBean(DSLContext.class);
    for (var name : List.of("orders", "rfm")) {
      db.transaction(tx -> differences.putAll(stage(name).verify(tx.dsl(), night)));
    }
    differences.values().removeIf(rows -> rows == 0);
    return differences;
  }

  Stage stage(String name) {
    return context.getBeansOfType(Stage.class).values().stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
