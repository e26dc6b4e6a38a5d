package dev.nightjar.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.nightjar.home.Failure;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nights say about themselves, read with the classes that receivers read it with. */
@DatabaseTest
class LineageNightTest {
  private static final String NIGHT = "2025-01-31";
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

  private final List<String> posted = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @AfterEach
  void stopListening() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  @Test
  void aNightAndItsStagesBeginAndEnd(Shop shop) throws IOException {
    night(shop).run();
    var events = events(shop);
    var expected = new ArrayList<>(List.of("nightly START"));
    for (var stage : STAGES) {
      expected.add("nightly." + stage + " START");
      expected.add("nightly." + stage + " COMPLETE");
    }
    expected.add("nightly COMPLETE");
    assertThat(events.stream().map(LineageNightTest::said)).containsExactlyElementsOf(expected);

    var night = events.get(0).getRun();
    assertThat(night.getFacets().getNominalTime().getNominalStartTime().toInstant())
        .isEqualTo("2025-01-31T00:00:00Z");
    assertThat(events.get(events.size() - 1).getRun().getRunId()).isEqualTo(night.getRunId());
    for (int i = 1; i < events.size() - 1; i += 2) {
      var start = events.get(i).getRun();
      assertThat(events.get(i + 1).getRun().getRunId()).isEqualTo(start.getRunId());
      var parent = start.getFacets().getParent();
      assertThat(parent.getRun().getRunId()).isEqualTo(night.getRunId());
      assertThat(parent.getJob().getName()).isEqualTo("nightly");
    }
  }

  @Test
  void aNightLeadsFromItsFilesToItsExtracts(Shop shop) throws IOException {
    night(shop).run();
    var events = events(shop);
    var ends = events.stream().filter(each -> each.getEventType() == EventType.COMPLETE).toList();
    var file = ends.get(0).getInputs().get(0);
    assertThat(file.getNamespace()).isEqualTo("file");
    assertThat(Path.of(file.getName())).exists();
    assertThat(file.getFacets().getDataSource().getName()).isEqualTo("shop-orders");
    assertThat(file.getFacets().getVersion().getDatasetVersion())
        .isEqualTo(shop.rows("select content_hash from ingest.files").get(0));
    assertThat(file.getInputFacets().getInputStatistics().getRowCount()).isEqualTo(3);

    var delivered =
        shop.extracts().keySet().stream()
            .filter(each -> each.endsWith(".csv"))
            .map(each -> shop.folder().resolve("extracts").resolve(each).toString())
            .toList();
    assertThat(delivered).isNotEmpty();
    assertThat(madeOf(file.getName(), ends.subList(0, STAGES.size()))).containsAll(delivered);
    var outputs = events.get(events.size() - 1).getOutputs();
    assertThat(outputs.stream().map(OpenLineage.Dataset::getName))
        .containsExactlyInAnyOrderElementsOf(delivered);
    assertThat(outputs)
        .allMatch(each -> each.getOutputFacets().getOutputStatistics().getRowCount() == 2);
  }

  @Test
  void everyTableAndColumnThatANightNamesIsThere(Shop shop) throws IOException {
    night(shop).run();
    var known =
        new HashSet<>(
            shop.rows(
                """
                select table_schema || '.' || table_name || '.' || column_name
                from information_schema.columns
                """));
    var tables = new HashSet<String>();
    known.forEach(each -> tables.add(each.substring(0, each.lastIndexOf('.'))));
    var made = new TreeSet<String>();
    for (var event : events(shop)) {
      event.getInputs().stream()
          .filter(LineageNightTest::isTable)
          .forEach(each -> assertThat(tables).contains(table(each.getName())));
      event.getOutputs().stream()
          .filter(LineageNightTest::isTable)
          .peek(each -> assertThat(tables).contains(table(each.getName())))
          .filter(each -> event.getEventType() == EventType.COMPLETE)
          .forEach(each -> made.addAll(assertColumns(each, known)));
    }
    assertThat(made)
        .contains(
            "rfm.metrics.net_value",
            "rfm.scores.r_score",
            "segments.memberships.segment",
            "audiences.members.audience");
  }

  /** Every column that a table has, and those that it is made of; returns the columns made. */
  private static Set<String> assertColumns(OpenLineage.OutputDataset output, Set<String> known) {
    var table = table(output.getName());
    assertThat(output.getFacets().getSchema().getFields())
        .isNotEmpty()
        .allMatch(each -> known.contains(table + "." + each.getName()));
    var made = new HashSet<String>();
    if (output.getFacets().getColumnLineage() != null) {
      output
          .getFacets()
          .getColumnLineage()
          .getFields()
          .getAdditionalProperties()
          .forEach(
              (column, origin) -> {
                made.add(table + "." + column);
                assertThat(origin.getInputFields())
                    .isNotEmpty()
                    .allMatch(
                        each -> known.contains(table(each.getName()) + "." + each.getField()));
              });
    }
    assertThat(known).containsAll(made);
    return made;
  }

  private static boolean isTable(OpenLineage.Dataset each) {
    return !each.getNamespace().equals("file");
  }

  /** The name without the database. */
  private static String table(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  @Test
  void theFilesArePrivateOneForEachNightAndGoAfterTheirTime(Shop shop) throws IOException {
    shop.with("lineage.retention=P2D");
    night(shop).run();
    shop.run("2025-02-01");
    assertThat(names(shop)).containsExactly(NIGHT + ".jsonl", "2025-02-01.jsonl");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder(shop).resolve(NIGHT + ".jsonl"))))
        .isEqualTo("rw-------");
    assertThat(Files.readString(folder(shop).resolve(NIGHT + ".jsonl"))).doesNotContain("Zebedee");
    shop.run("2025-02-02");
    assertThat(names(shop)).containsExactly("2025-02-01.jsonl", "2025-02-02.jsonl");
  }

  @Test
  void aStageThatFailsSaysSoAndSoDoesItsNight(Shop shop) throws IOException {
    shop.with("gates.declared.none.sql-rows=select 1 from orders.customers")
        .with("gates.declared.none.error-if.above=0");
    var night = night(shop).deliver();
    assertThatThrownBy(night::run).isInstanceOf(Failure.class);
    var said = events(shop).stream().map(LineageNightTest::said).toList();
    assertThat(said.subList(said.size() - 3, said.size()))
        .containsExactly("nightly.publish START", "nightly.publish FAIL", "nightly FAIL");
    for (var event : events(shop).subList(said.size() - 2, said.size())) {
      assertThat(event.getRun().getFacets().getErrorMessage().getMessage())
          .startsWith("GATE_STOPPED: ");
    }
    assertThatThrownBy(shop::resume).isInstanceOf(Failure.class);
    var resumed = events(shop).subList(said.size(), events(shop).size());
    assertThat(resumed.stream().map(LineageNightTest::said))
        .containsExactly(
            "nightly START", "nightly.publish START", "nightly.publish FAIL", "nightly FAIL");
    assertThat(resumed.get(0).getRun().getRunId())
        .isNotEqualTo(events(shop).get(0).getRun().getRunId());
  }

  @Test
  void aReceiverGetsEveryEventAsTheFileHasIt(Shop shop) throws IOException {
    night(listening(shop, 201, 0)).run();
    assertThat(posted).isEqualTo(Files.readAllLines(folder(shop).resolve(NIGHT + ".jsonl")));
  }

  @Test
  void aReceiverThatRefusesOrHangsChangesNothingButTheLog(Shop shop) throws IOException {
    night(listening(shop, 500, 0)).run();
    assertThat(posted).as("after the first refusal, the rest is not sent").hasSize(1);
    assertThat(events(shop)).hasSize(2 * STAGES.size() + 2);

    stopListening();
    posted.clear();
    listening(shop, 201, 60_000).with("lineage.http.timeout=1s");
    long start = System.nanoTime();
    assertThat(shop.run("2025-02-01")).isPresent();
    assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(30);
    assertThat(posted).hasSize(1);

    stopListening();
    assertThat(shop.run("2025-02-02")).as("nobody listens").isPresent();
    assertThat(names(shop)).hasSize(3);
  }

  private Shop listening(Shop shop, int status, long pauseMillis) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          try {
            Thread.sleep(pauseMillis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return shop.with(
        "lineage.http.url=http://127.0.0.1:%d/api/v1/lineage"
            .formatted(server.getAddress().getPort()));
  }

  private static ANight night(Shop shop) {
    return ANight.in(shop, NIGHT)
        .withOrders("Zebedee 1 day ago 10.00", "Zebedee 9 days ago 20.00", "B 2 days ago 30.00");
  }

  private static Path folder(Shop shop) {
    return shop.folder().resolve("var/lineage");
  }

  private static List<String> names(Shop shop) {
    return Stream.of(folder(shop).toFile().list()).sorted().toList();
  }

  private static List<RunEvent> events(Shop shop) throws IOException {
    var events = new ArrayList<RunEvent>();
    for (var line : Files.readAllLines(folder(shop).resolve(NIGHT + ".jsonl"))) {
      events.add(OpenLineageClientUtils.runEventFromJson(line));
    }
    return events;
  }

  private static String said(RunEvent event) {
    return event.getJob().getName() + " " + event.getEventType();
  }

  /** Everything that is made of a dataset, directly or not. */
  private static Set<String> madeOf(String name, List<RunEvent> runs) {
    var made = new HashSet<>(Set.of(name));
    for (var run : runs) {
      if (run.getInputs().stream().anyMatch(each -> made.contains(each.getName()))) {
        run.getOutputs().forEach(each -> made.add(each.getName()));
      }
    }
    return made;
  }
}
