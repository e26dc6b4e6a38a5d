package dev.nightjar.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The walls, as rules for the hand-written classes under a root package.
 *
 * @param root a package name
 * @param sources the folder in which the root package begins
 */
record Walls(String root, Path sources) {
  static final List<String> STAGES =
      List.of(
          "ingest", "orders", "rfm", "clustering", "segments", "audiences", "publish", "deliver");

  /** The rooms of the house, from the top floor down. */
  static final List<List<String>> FLOORS =
      List.of(
          List.of("cli"),
          List.of("oracles", "demo"),
          List.of("views"),
          List.of("privacy"),
          STAGES,
          List.of("kmeans"),
          List.of("destinations"),
          List.of("transport"),
          List.of("formats"),
          List.of("identity"),
          List.of("ports"),
          List.of("pipeline"),
          List.of("database"),
          List.of("home"));

  private static final int MOST_TYPES_OF_A_PACKAGE = 30;

  /** Rooms with more types, and why. */
  private static final Map<String, String> LARGE_ROOMS =
      Map.of(
          "cli", "a type for each command",
          "clustering", "features, models and the search for neighbours share one scaled matrix");

  /** Full names of the public classes of stage packages other than the stages. */
  private static final Set<String> FURTHER_PUBLIC_CLASSES = Set.of();

  private static final Set<String> ASKING_THE_MACHINE =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.time.Clock.systemDefaultZone()",
          "java.time.ZoneId.systemDefault()",
          "java.util.Date.<init>()",
          "java.util.TimeZone.getDefault()");
  private static final Set<String> CLOCKS_OF_THE_MACHINE =
      Set.of("java.time.Clock.systemUTC()", "java.time.Clock.system(java.time.ZoneId)");

  /** A library, and the only packages below the root that may know it. */
  enum Fence {
    ELKI(List.of("elki.."), List.of(".kmeans..")),
    CAMEL(List.of("org.apache.camel.."), List.of(".ingest..", ".deliver..", ".transport..")),
    AWS(List.of("software.amazon.awssdk.."), List.of(".ingest..", ".deliver..", ".transport..")),
    BATCH(List.of("org.springframework.batch.."), List.of("", ".pipeline..")),
    WEB(
        List.of("org.springframework.web..", "jakarta.servlet..", "com.sun.net.httpserver.."),
        List.of(".console..")),
    PICOCLI(List.of("picocli.."), List.of(".cli.."));

    private final List<String> library;
    private final List<String> insiders;

    Fence(List<String> library, List<String> insiders) {
      this.library = library;
      this.insiders = insiders;
    }
  }

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

  ArchRule nothingKnowsTheRoot() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root)
        .because("the root package puts the parts together, so no part can need it");
  }

  ArchRule noCycles() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other can only be understood and changed together");
  }

  /** Nested types belong to their file. */
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
      return each.getPackageName().startsWith(root)
          ? SliceIdentifier.of(each.getName().replaceAll("\\$.*", ""))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }

  ArchRule staysInside(Fence fence) {
    var insiders = fence.insiders.stream().map(root::concat).toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(insiders)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(fence.library.toArray(String[]::new))
        .because("a library behind one door can be upgraded or replaced there");
  }

  ArchRule onlyTheStageIsPublic(String stage) {
    var name = Character.toUpperCase(stage.charAt(0)) + stage.substring(1) + "Stage";
    return classes()
        .that()
        .resideInAPackage(packages(stage))
        .and()
        .areTopLevelClasses()
        .and()
        .arePublic()
        .and(describe("are not listed", each -> !FURTHER_PUBLIC_CLASSES.contains(each.getName())))
        .should()
        .haveFullyQualifiedName(root + "." + stage + "." + name)
        .because("one public class is all that there is to know about a stage from outside");
  }

  /** Top-level types of a package, its package-info apart. */
  ArchRule packagesAreSmall(Collection<JavaClass> all) {
    var types =
        all.stream()
            .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    return classes()
        .that(describe("are not in a large room", each -> !isLarge(each)))
        .should(
            be(
                describe(
                    "in a package of at most %d types".formatted(MOST_TYPES_OF_A_PACKAGE),
                    each ->
                        types.getOrDefault(each.getPackageName(), 0L) <= MOST_TYPES_OF_A_PACKAGE)))
        .because("a package with more types holds a topic that wants a room of its own");
  }

  private boolean isLarge(JavaClass each) {
    return LARGE_ROOMS.containsKey(each.getPackageName().replace(root + ".", ""));
  }

  ArchRule constructorsAreNarrow() {
    return noConstructors()
        .that()
        .areDeclaredInClassesThat(describe("are neither records nor enums", Walls::isBuilt))
        .should(have(describe("over six parameters", it -> it.getRawParameterTypes().size() > 6)))
        .because("what needs more than six things does more than one thing");
  }

  ArchRule fieldsAreNotInjected() {
    return noFields()
        .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
        .because("the constructor names what a class needs, and a test can call it");
  }

  ArchRule nothingIsSet() {
    return noMethods()
        .should(be(describe("a setter", Walls::isSetter)))
        .because("what is complete when it is made is never found half made");
  }

  ArchRule timeIsGiven() {
    return noClasses()
        .should()
        .accessTargetWhere(describe("the machine is asked for time or zone", Walls::asksTheMachine))
        .because("a night can be run again only where the given clock and business zone decide");
  }

  ArchRule clocksAreMadeAtTheEdge() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root, packages("cli"))
        .should()
        .accessTargetWhere(
            describe(
                "a clock of the machine is made",
                access -> CLOCKS_OF_THE_MACHINE.contains(access.getTarget().getFullName())))
        .because("a part that makes its own clock cannot be given another night");
  }

  ArchRule namesSayWhat() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Managers?|Commons?)(?![a-z])[^.]*|.*Impl")
        .orShould()
        .haveNameMatching(".*\\.(utils?|helpers?|managers?|commons?|impl)\\..*")
        .because("such a name says nothing, so everything moves in");
  }

  ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            be(
                describe(
                    "in a @NullMarked package",
                    each -> each.getPackage().isAnnotatedWith(NullMarked.class))))
        .because("null is then only where @Nullable says so");
  }

  ArchRule packagesSayInAndOut() {
    return classes()
        .should(be(describe("in a package with In: and Out:", this::saysInAndOut)))
        .because("a package is known by what comes in and what goes out");
  }

  private String packages(String name) {
    return root + "." + name + "..";
  }

  private static boolean isBuilt(JavaClass each) {
    return !each.isRecord() && !each.isEnum() && !each.isAnonymousClass();
  }

  private static boolean isSetter(JavaMethod method) {
    return method.getName().matches("set[A-Z].*")
        && method.getModifiers().contains(PUBLIC)
        && method.getRawReturnType().isEquivalentTo(void.class)
        && method.getRawParameterTypes().size() == 1;
  }

  private static boolean asksTheMachine(JavaAccess<?> access) {
    var name = access.getTarget().getFullName();
    return ASKING_THE_MACHINE.contains(name)
        || name.matches("java\\.time\\..*\\.now\\(.*") && !name.endsWith("(java.time.Clock)");
  }

  private boolean saysInAndOut(JavaClass each) {
    var folder = sources.resolve(each.getPackageName().replace('.', '/'));
    var file = folder.resolve("package-info.java");
    try {
      var text = Files.exists(file) ? Files.readString(file) : "";
      return text.contains("In:") && text.contains("Out:");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
