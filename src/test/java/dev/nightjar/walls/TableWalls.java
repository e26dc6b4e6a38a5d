package dev.nightjar.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.TableRecord;

/**
 * The walls around the tables, as rules for the hand-written classes under a root package.
 *
 * @param root a package name
 */
record TableWalls(String root) {
  private static final List<String> ROOMS_WITH_TABLES =
      Stream.concat(
              Walls.STAGES.stream(),
              Stream.of(
                  "views",
                  "operations",
                  "console",
                  "privacy",
                  "pipeline",
                  "database",
                  "oracles",
                  "bench"))
          .toList();

  /**
   * Classes elsewhere that know a table. Stages of two sides recognise erased people, so the
   * look-up is with the rules by which people are compared.
   */
  private static final Set<String> FURTHER_CLASSES_WITH_TABLES = Set.of("identity.ErasedPeople");

  private static final String WRITING =
      "(insert|update|delete|merge|truncate|batch|load)[A-Z]\\w*|update|delete|batch|newRecord";
  private static final String STORING = "store|insert|update|merge|delete";

  /** Commands, screens and files ask a view; only what owns or reads tables by trade names them. */
  ArchRule tablesStayInside() {
    var rooms = ROOMS_WITH_TABLES.stream().map(this::packages).toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .and()
        .resideOutsideOfPackage(packages("db"))
        .and(describe("are not listed", each -> !isListed(each)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages("db"))
        .because("a question that is asked in one place is answered the same on every screen");
  }

  ArchRule viewsOnlyRead() {
    return noClasses()
        .that()
        .resideInAPackage(packages("views"))
        .should()
        .accessTargetWhere(describe("a table is written", TableWalls::writes))
        .because("whoever asks changes nothing; a port of the stage that owns the table writes");
  }

  private boolean isListed(JavaClass each) {
    return FURTHER_CLASSES_WITH_TABLES.stream()
        .map(name -> root + "." + name)
        .anyMatch(name -> each.getName().equals(name) || each.getName().startsWith(name + "$"));
  }

  private static boolean writes(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getTarget().getName();
    return owner.isAssignableTo(DSLContext.class) && (name.matches(WRITING) || isText(access))
        || owner.isAssignableTo(TableRecord.class) && name.matches(STORING);
  }

  /** SQL as text can do anything. */
  private static boolean isText(JavaAccess<?> access) {
    return access.getTarget().getName().equals("execute")
        && access.getTarget().getFullName().contains("(java.lang.String");
  }

  private String packages(String name) {
    return root + "." + name + "..";
  }
}
