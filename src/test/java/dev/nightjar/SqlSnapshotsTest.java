package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The SQL that the stages compose, to be read: {@code
 * src/test/resources/sql/STAGE/CLASS.METHOD.sql} has what a method executes in two nights of a
 * small shop. With {@code -Dnightjar.write=true}, the files are written.
 */
@DatabaseTest
class SqlSnapshotsTest {
  private static final Path FOLDER = Path.of("src/test/resources/sql");

  @Test
  void theStatementsOfTheStagesAreThoseOfTheFiles(Shop shop) throws IOException {
    shop.with("forecast.min-repeat-buyers=2");
    var statements = new Statements();
    night(
        shop,
        "2025-01-30",
        statements,
        "A 10 days ago 120.00",
        "A 40 days ago 20.00",
        "B 2 days ago 30.00",
        "B 30 days ago 15.00");
    night(
        shop, "2025-01-31", statements, "A 1 day ago 50.00 completed order X1", "C 1 day ago 9.00");
    if (Boolean.getBoolean("nightjar.write")) {
      write(statements.byFile());
    }
    assertThat(read())
        .as(
            "Next, if the change is wanted: ./nightjar test -Dtest=%s -Dnightjar.write=true",
            getClass().getSimpleName())
        .isEqualTo(statements.byFile());
  }

  private static void night(Shop shop, String date, Statements statements, String... orders) {
    ANight.in(shop, date).withOrders(orders).deliver();
    shop.open(
        context -> {
          context.getBean(DSLContext.class).configuration().set(() -> statements);
          return context.getBean(Nights.class).run(LocalDate.parse(date), false);
        });
  }

  private static void write(Map<String, String> files) throws IOException {
    FileSystemUtils.deleteRecursively(FOLDER);
    for (var file : files.entrySet()) {
      var path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> read() throws IOException {
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(FOLDER)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(FOLDER.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  /** Notes each statement that jOOQ executes under the method of a stage that called it. */
  private static final class Statements implements ExecuteListener {
    private static final List<String> STAGES =
        List.of(
            "ingest",
            "orders",
            "rfm",
            "clustering",
            "forecast",
            "segments",
            "audiences",
            "publish",
            "deliver");
    private static final String STATISTICS = "dev.nightjar.database.Statistics";

    private final Map<String, Set<String>> byCaller = new TreeMap<>();

    @Override
    public synchronized void executeStart(ExecuteContext statement) {
      var query = statement.query();
      if (query == null) {
        return;
      }
      var frames = StackWalker.getInstance().walk(Stream::toList);
      // which tables are stale depends on the server's own statistics
      if (frames.stream().anyMatch(each -> each.getClassName().equals(STATISTICS))) {
        return;
      }
      frames.stream()
          .filter(Statements::isOfAStage)
          .findFirst()
          .ifPresent(
              frame ->
                  byCaller
                      .computeIfAbsent(file(frame), key -> new LinkedHashSet<>())
                      .add(readable(statement)));
    }

    private static boolean isOfAStage(StackWalker.StackFrame frame) {
      return STAGES.stream()
          .anyMatch(stage -> frame.getClassName().startsWith("dev.nightjar." + stage + "."));
    }

    private static String file(StackWalker.StackFrame frame) {
      var names = frame.getClassName().split("\\.");
      var method = frame.getMethodName().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
      return "%s/%s.%s.sql".formatted(names[2], names[3].replaceAll("\\$.*", ""), method);
    }

    private static String readable(ExecuteContext statement) {
      var settings =
          statement.configuration().deriveSettings(each -> each.withRenderFormatted(true));
      return DSL.using(settings).render(statement.query()).strip();
    }

    synchronized Map<String, String> byFile() {
      return byCaller.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  each -> String.join(";\n\n", each.getValue()) + ";\n",
                  (a, b) -> a,
                  TreeMap::new));
    }
  }
}
