package dev.nightjar.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The tables are named and written where they should be, and the walls fail on what is not so. */
class TableWallsTest {
  private static final TableWalls WALLS = new TableWalls("dev.nightjar");
  private static final JavaClasses NIGHTJAR =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.nightjar");

  private static final TableWalls BROKEN_WALLS = new TableWalls("broken");
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

  @Test
  void tablesAreNamedOnlyWhereTheyMayBe() {
    WALLS.tablesStayInside().check(NIGHTJAR);
  }

  @Test
  void viewsOnlyRead() {
    WALLS.viewsOnlyRead().check(NIGHTJAR);
  }

  @Test
  void roomWithoutTablesIsNamed() {
    assertThat(BROKEN_WALLS.tablesStayInside().evaluate(BROKEN).getFailureReport().getDetails())
        .anySatisfy(breach -> assertThat(breach).contains("broken.destinations.AudienceFile"))
        .anySatisfy(breach -> assertThat(breach).contains("broken.identity.Phones"))
        .noneSatisfy(breach -> assertThat(breach).contains("broken.views."));
  }

  @Test
  void viewThatWritesIsNamed() {
    assertThat(BROKEN_WALLS.viewsOnlyRead().evaluate(BROKEN).getFailureReport().getDetails())
        .hasSize(5)
        .allSatisfy(
            breach ->
                assertThat(breach)
                    .containsPattern("broken.views.Moves.(insert|update|delete|store|text)\\("));
  }
}
