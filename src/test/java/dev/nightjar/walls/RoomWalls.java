package dev.nightjar.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The floors and the sizes of the rooms, as rules for the hand-written classes under a root
 * package.
 *
 * @param root a package name
 */
record RoomWalls(String root) {
  /** The rooms of the house, from the top floor down. */
  static final List<List<String>> FLOORS =
      List.of(
          List.of("cli"),
          List.of("console"),
          List.of("oracles", "demo", "report", "doctor"),
          List.of("operations", "lineage"),
          List.of("views"),
          List.of("privacy"),
          Walls.STAGES,
          List.of("kmeans", "uplift", "guess", "drawings", "alerts"),
          List.of("destinations"),
          List.of("transport"),
          List.of("formats"),
          List.of("identity", "values", "facts"),
          List.of("ports"),
          List.of("pipeline"),
          List.of("database"),
          List.of("home"));

  static final int MOST_TYPES_OF_A_PACKAGE = 30;

  /** Rooms with more types, and why. */
  private static final Map<String, String> LARGE_ROOMS =
      Map.of(
          "cli", "a type for each command",
          "views", "a type for each question",
          "deliver", "files, batches and withdrawals share what destinations have",
          "clustering", "features, models and the search for neighbours share one scaled matrix");

  /**
   * A room may use the rooms of lower floors; the stages are one floor, and do not use each other.
   */
  ArchRule knowsOnlyLowerFloors(String room) {
    int floor = floorOf(room);
    var known =
        Stream.concat(Stream.of(room, "db"), FLOORS.stream().skip(floor + 1L).flatMap(List::stream))
            .map(this::packages)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packages(room))
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(resideOutsideOfPackages(known)))
        .because("a room that uses a room above it cannot be understood without the whole house");
  }

  private static int floorOf(String room) {
    return IntStream.range(0, FLOORS.size())
        .filter(each -> FLOORS.get(each).contains(room))
        .findFirst()
        .orElseThrow();
  }

  static Stream<String> rooms() {
    return FLOORS.stream().flatMap(List::stream);
  }

  /** Every package has its floor. */
  ArchRule everyRoomHasAFloor() {
    var rooms = rooms().map(this::packages).toArray(String[]::new);
    return classes()
        .that()
        .resideOutsideOfPackage(root)
        .should()
        .resideInAnyPackage(rooms)
        .because("a room that the plan does not know may use anything");
  }

  ArchRule noCycles() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other can only be understood and changed together");
  }

  /**
   * Nested types belong to their file. Commands are left out: picocli names the subcommands in the
   * parent, and the parent in each subcommand.
   */
  ArchRule noCyclesOfFiles() {
    return slices()
        .assignedFrom(new TopLevelClasses(root))
        .should()
        .beFreeOfCycles()
        .because("files that need each other can only be understood and changed together");
  }

  private record TopLevelClasses(String root) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass each) {
      return each.getPackageName().startsWith(root) && !each.getPackageName().equals(root + ".cli")
          ? SliceIdentifier.of(each.getName().replaceAll("\\$.*", ""))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }

  /** Top-level types of a package, its package-info apart. */
  ArchRule packagesAreSmall(Collection<JavaClass> all, long most) {
    var types =
        all.stream()
            .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    return classes()
        .that(describe("are not in a large room", each -> !isLarge(each)))
        .should(
            be(
                describe(
                    "in a package of at most %d types".formatted(most),
                    each -> types.getOrDefault(each.getPackageName(), 0L) <= most)))
        .because("a package with more types holds a topic that wants a room of its own");
  }

  private boolean isLarge(JavaClass each) {
    return LARGE_ROOMS.containsKey(each.getPackageName().replace(root + ".", ""));
  }

  private String packages(String name) {
    return root + "." + name + "..";
  }
}
