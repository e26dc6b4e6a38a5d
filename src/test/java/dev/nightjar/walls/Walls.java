package dev.nightjar.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The walls, as rules for the hand-written classes under a root package.
 *
 * @param root a package name
 * @param sources the folder in which the root package begins
 */
record Walls(String root, Path sources) {
  static final List<String> STAGES =
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

  private static final String MAP_OF_ANYTHING = "java.util.Map<java.lang.String, java.lang.Object>";

  /** A library, and the only packages below the root that may know it. */
  enum Fence {
    ELKI(List.of("elki.."), List.of(".kmeans..")),
    CAMEL(List.of("org.apache.camel.."), List.of(".ingest..", ".deliver..", ".transport..")),
    AWS(List.of("software.amazon.awssdk.."), List.of(".ingest..", ".deliver..", ".transport..")),
    BATCH(List.of("org.springframework.batch.."), List.of("", ".pipeline..")),
    WEB(
        List.of(
            "org.springframework.web..",
            "org.springframework.security..",
            "org.thymeleaf..",
            "jakarta.servlet..",
            "com.sun.net.httpserver.."),
        List.of(".console..")),
    PICOCLI(List.of("picocli.."), List.of(".cli.."));

    private final List<String> library;
    private final List<String> insiders;

    Fence(List<String> library, List<String> insiders) {
      this.library = library;
      this.insiders = insiders;
    }
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

  /** The loader alone knows settings by their names; elsewhere, they are records. */
  ArchRule settingsAreTyped() {
    return noCodeUnits()
        .that()
        .areDeclaredInClassesThat(describe("hold settings", Walls::areSettings))
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(packages("home"))
        .should(have(describe("a map of any values", Walls::hasMapOfAnything)))
        .because("a setting without a type is checked nowhere, and renamed only where it is read");
  }

  ArchRule settingsHaveTheirName() {
    return classes()
        .that()
        .areAnnotatedWith(ConfigurationProperties.class)
        .should()
        .haveSimpleNameEndingWith("Settings")
        .because("the loader looks for sections by this name");
  }

  ArchRule loaderShowsNoMap() {
    return noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(packages("home"))
        .should(have(describe("a map of any values", Walls::hasMapOfAnything)))
        .because("a room with the sections at hand reads settings of other rooms");
  }

  private static boolean areSettings(JavaClass each) {
    return each.getName().replaceAll("\\$.*", "").endsWith("Settings");
  }

  private static boolean hasMapOfAnything(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
        .anyMatch(type -> type.getName().contains(MAP_OF_ANYTHING));
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
