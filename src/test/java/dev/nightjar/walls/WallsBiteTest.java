package dev.nightjar.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wall fails on the class that breaks it, and on nothing else. */
class WallsBiteTest {
  private static final Walls WALLS = new Walls("broken", Path.of("src/test/java"));
  private static final RoomWalls ROOMS = new RoomWalls("broken");
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

  @ParameterizedTest
  @CsvSource({
    "rfm, RfmStage, broken.orders.OrdersStage",
    "clustering, ClusteringStage, broken.demo.DemoShop",
    "segments, SegmentsStage, broken.cli.NightjarCommand",
    "formats, OrderReader, broken.orders.OrdersStage",
    "pipeline, Nights, broken.rfm.RfmStage"
  })
  void roomMayNotUse(String room, String offender, String other) {
    assertThatBreaches(ROOMS.knowsOnlyLowerFloors(room))
        .isNotEmpty()
        .anySatisfy(
            breach -> assertThat(breach).contains("broken." + room + "." + offender, other));
  }

  @Test
  void innocentStageIsSpared() {
    assertThat(ROOMS.knowsOnlyLowerFloors("orders").evaluate(BROKEN).hasViolation()).isFalse();
  }

  @Test
  void roomWithoutAFloorIsNamed() {
    assertThatBreaches(ROOMS.everyRoomHasAFloor())
        .anySatisfy(breach -> assertThat(breach).contains("broken.util.Text"));
  }

  @Test
  void nothingMayKnowTheRoot() {
    assertThatBreaches(WALLS.nothingKnowsTheRoot())
        .isNotEmpty()
        .allSatisfy(
            breach -> assertThat(breach).contains("broken.pipeline.Ledger", "broken.Application"));
  }

  @Test
  void cycleIsNamed() {
    assertThatBreaches(ROOMS.noCycles())
        .singleElement()
        .asString()
        .contains("broken.console.Page", "broken.demo.DemoShop");
  }

  @Test
  void cycleOfFilesIsNamed() {
    assertThatBreaches(ROOMS.noCyclesOfFiles())
        .anySatisfy(
            breach ->
                assertThat(breach)
                    .contains("Slice broken.console.Page", "Slice broken.demo.DemoShop"));
  }

  @Test
  void packageOfTooManyTypesIsNamed() {
    assertThatBreaches(ROOMS.packagesAreSmall(List.copyOf(BROKEN), 3))
        .isNotEmpty()
        .anySatisfy(breach -> assertThat(breach).contains("<broken.segments.Today>"))
        .noneSatisfy(breach -> assertThat(breach).contains("<broken.pipeline.Ledger>"));
  }

  @ParameterizedTest
  @CsvSource({
    "ELKI, broken.rfm.Scaler, elki.data",
    "CAMEL, broken.orders.OrderRoute, org.apache.camel",
    "AWS, broken.orders.OrderBucket, software.amazon.awssdk",
    "BATCH, broken.segments.SegmentsStep, org.springframework.batch",
    "WEB, broken.publish.StatusPage, com.sun.net.httpserver",
    "PICOCLI, broken.demo.DemoCommand, picocli"
  })
  void libraryMayNotLeaveItsFence(Walls.Fence fence, String offender, String library) {
    assertThatBreaches(WALLS.staysInside(fence))
        .isNotEmpty()
        .allSatisfy(breach -> assertThat(breach).contains(offender, library));
  }

  @Test
  void stagePackageMayShowOnlyTheStage() {
    assertThatBreaches(WALLS.onlyTheStageIsPublic("publish"))
        .singleElement()
        .asString()
        .contains("broken.publish.Audience");
  }

  @Test
  void seventhParameterIsTooMuch() {
    assertThatBreaches(WALLS.constructorsAreNarrow())
        .singleElement()
        .asString()
        .contains("broken.ingest.LandingFile.<init>(int, int, int, int, int, int, int)");
  }

  @Test
  void injectedFieldsAreNamed() {
    assertThatBreaches(WALLS.fieldsAreNotInjected())
        .hasSize(3)
        .anySatisfy(breach -> assertThat(breach).contains("broken.ingest.Inbox.wired"))
        .anySatisfy(breach -> assertThat(breach).contains("broken.ingest.Inbox.valued"))
        .anySatisfy(breach -> assertThat(breach).contains("broken.ingest.Inbox.resourced"));
  }

  @Test
  void setterIsNamed() {
    assertThatBreaches(WALLS.nothingIsSet())
        .singleElement()
        .asString()
        .contains("broken.ingest.Source.setName(java.lang.String)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowByItself",
        "nowByReference",
        "nowInSomeZone",
        "millis",
        "zone",
        "oldZone",
        "localClock",
        "oldDate"
      })
  void machineMayNotBeAskedForTime(String method) {
    assertThatBreaches(WALLS.timeIsGiven())
        .hasSize(8)
        .anySatisfy(breach -> assertThat(breach).contains("broken.segments.Today." + method + "("));
  }

  @Test
  void stageMayNotMakeItsClock() {
    assertThatBreaches(WALLS.clocksAreMadeAtTheEdge())
        .singleElement()
        .asString()
        .contains("broken.segments.Today.ownClock()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broken.segments.Names$NameUtils",
        "broken.segments.Names$NameUtil",
        "broken.segments.Names$NameHelper",
        "broken.segments.Names$ManagerOfNames",
        "broken.segments.Names$CommonName",
        "broken.segments.Names$DefaultNamesImpl",
        "broken.util.Text"
      })
  void nameMustSayWhat(String offender) {
    assertThatBreaches(WALLS.namesSayWhat())
        .hasSize(7)
        .anySatisfy(breach -> assertThat(breach).contains("<" + offender + ">"));
  }

  @Test
  void packageWithoutInfoIsNoticed() {
    assertThatBreaches(WALLS.packagesAreNullMarked())
        .anySatisfy(breach -> assertThat(breach).contains("broken.orders.OrdersStage"))
        .noneSatisfy(breach -> assertThat(breach).contains("broken.demo."))
        .noneSatisfy(breach -> assertThat(breach).contains("<broken.Application>"));
  }

  @Test
  void packageWithoutInAndOutIsNoticed() {
    assertThatBreaches(WALLS.packagesSayInAndOut())
        .anySatisfy(breach -> assertThat(breach).contains("broken.demo.DemoShop"))
        .noneSatisfy(breach -> assertThat(breach).contains("<broken.Application>"));
  }

  @Test
  void longFileIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Short.java"), "class Short {" + "\n".repeat(299) + "}");
    Files.writeString(folder.resolve("Long.java"), "class Long {" + "\n".repeat(300) + "}");
    assertThat(Lengths.tooLong(folder))
        .singleElement()
        .asString()
        .endsWith("Long.java has 301 lines, more than 300");
  }

  @Test
  void longMethodIsNamed(@TempDir Path folder) throws IOException {
    var source =
        "record Night(int date) {\n"
            + "  void brief() {%s}\n\n"
            + "  /** Rambles. */\n"
            + "  void story() {%s}\n"
            + "}\n";
    Files.writeString(
        folder.resolve("Night.java"), source.formatted("\n".repeat(39), "\n".repeat(40)));
    assertThat(Lengths.tooLong(folder))
        .singleElement()
        .asString()
        .endsWith("Night.java:44 story has 41 lines, more than 40");
  }

  @Test
  void nearestLengthsAreReported(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Near.java"), "class Near {" + "\n".repeat(298) + "}");
    Files.writeString(
        folder.resolve("Nearer.java"), "class Nearer {void m() {%s}}".formatted("\n".repeat(39)));
    assertThat(Lengths.nearest(folder, 2))
        .extracting(each -> each.toString().replaceAll(".*/", ""))
        .containsExactly(
            "Nearer.java:1 m has 40 lines, no more than 40",
            "Near.java has 299 lines, no more than 300");
  }

  @Test
  void mapOfSettingsIsNamed() {
    assertThatBreaches(WALLS.settingsAreTyped())
        .hasSize(2)
        .anySatisfy(breach -> assertThat(breach).contains("broken.rfm.RfmSettings.<init>"))
        .anySatisfy(breach -> assertThat(breach).contains("broken.rfm.RfmSettings.others()"));
    assertThatBreaches(WALLS.loaderShowsNoMap())
        .singleElement()
        .asString()
        .contains("broken.home.Settings.sections()");
    assertThatBreaches(WALLS.settingsHaveTheirName())
        .singleElement()
        .asString()
        .contains("broken.home.Tuning");
  }

  private static ListAssert<String> assertThatBreaches(ArchRule wall) {
    List<String> breaches = wall.evaluate(BROKEN).getFailureReport().getDetails();
    return assertThat(breaches);
  }
}
