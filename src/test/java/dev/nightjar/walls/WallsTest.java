package dev.nightjar.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
  private static final Walls WALLS = new Walls("dev.nightjar", Path.of("src/main/java"));
  private static final RoomWalls ROOMS = new RoomWalls("dev.nightjar");
  private static final JavaClasses NIGHTJAR =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.nightjar")
          .that(resideOutsideOfPackage("dev.nightjar.db.."));

  @ParameterizedTest
  @MethodSource("dev.nightjar.walls.RoomWalls#rooms")
  void roomsUseOnlyLowerFloors(String room) {
    ROOMS.knowsOnlyLowerFloors(room).check(NIGHTJAR);
  }

  @Test
  void everyRoomHasAFloor() {
    ROOMS.everyRoomHasAFloor().check(NIGHTJAR);
  }

  @Test
  void nothingKnowsTheRoot() {
    WALLS.nothingKnowsTheRoot().check(NIGHTJAR);
  }

  @Test
  void packagesFormNoCycle() {
    ROOMS.noCycles().check(NIGHTJAR);
  }

  @ParameterizedTest
  @EnumSource
  void librariesStayBehindTheirFence(Walls.Fence fence) {
    WALLS.staysInside(fence).check(NIGHTJAR);
  }

  @ParameterizedTest
  @FieldSource("dev.nightjar.walls.Walls#STAGES")
  void stagePackagesShowOnlyTheStage(String stage) {
    WALLS.onlyTheStageIsPublic(stage).check(NIGHTJAR);
  }

  @Test
  void packagesHoldAtMostThirtyTypes() {
    ROOMS
        .packagesAreSmall(List.copyOf(NIGHTJAR), RoomWalls.MOST_TYPES_OF_A_PACKAGE)
        .check(NIGHTJAR);
  }

  @Test
  void filesFormNoCycle() {
    ROOMS.noCyclesOfFiles().check(NIGHTJAR);
  }

  @Test
  void constructorsTakeAtMostSixParameters() {
    WALLS.constructorsAreNarrow().check(NIGHTJAR);
  }

  @Test
  void fieldsAreNotInjected() {
    WALLS.fieldsAreNotInjected().check(NIGHTJAR);
  }

  @Test
  void classesHaveNoSetters() {
    WALLS.nothingIsSet().check(NIGHTJAR);
  }

  @Test
  void timeComesFromTheGivenClock() {
    WALLS.timeIsGiven().check(NIGHTJAR);
  }

  @Test
  void onlyCommandsAndRootMakeClocks() {
    WALLS.clocksAreMadeAtTheEdge().check(NIGHTJAR);
  }

  @Test
  void namesSayWhatIsInside() {
    WALLS.namesSayWhat().check(NIGHTJAR);
  }

  @Test
  void packagesAreNullMarked() {
    WALLS.packagesAreNullMarked().check(NIGHTJAR);
  }

  @Test
  void packagesSayInAndOut() {
    WALLS.packagesSayInAndOut().check(NIGHTJAR);
  }

  @Test
  void filesAndMethodsAreShort() throws IOException {
    assertThat(Lengths.tooLong(Path.of("src")))
        .as("because what fits on a page is read, and what does not is scrolled past")
        .isEmpty();
    Lengths.nearest(Path.of("src/main"), 5).forEach(each -> System.out.println("Nearest: " + each));
  }

  @Test
  void settingsAreTyped() {
    WALLS.settingsAreTyped().check(NIGHTJAR);
    WALLS.loaderShowsNoMap().check(NIGHTJAR);
    WALLS.settingsHaveTheirName().check(NIGHTJAR);
  }
}
