package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsProblemsTest {
  private static final String MANY_PROBLEMS =
      """
      business:
        zone: Mars/Olympus
      clusterin: {k: 3}
      clustering:
        min-k: 9
        max-k: 4
      db:
        url: jdbc:mysql://localhost/shop
      rfm:
        rule: quantil
        bins: 11
        windw: all
      deliver:
        destination: Generic CSV
        folder: [out]
      ingest:
        s3: {files: {prefix: new/}}
        sources:
          web:
            feed: order-lines
            files: web-*.csv
            columns: {order: a, customer: b, quantity: c, unit-price: d, colour: e}
            date-format: yyyy-QQQQQQQ
      segments:
        maps:
          own:
            segments:
              - {name: Best, codes: 421x 555 554}
              - {name: Rest, codes: "554 %s"}
      """
          .formatted(AHome.ALL_CODES.replace("111 ", "").replace(" 554 555", ""));

  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @Test
  void allProblemsOfAllSectionsAreInOneReport() {
    var problems = AHome.in(folder).with(MANY_PROBLEMS).problems();
    assertThat(problems)
        .contains(
            "nightjar.yaml:3:16: clusterin.k: is in no section; did you mean clustering?",
            "nightjar.yaml:12:10: rfm.windw: is not a setting; did you mean window?",
            "nightjar.yaml:10:9: rfm.rule: is not one of: quantile, r-rfm, rank-first, ntile,"
                + " percent-rank, fixed, mean, nested",
            "nightjar.yaml:5:10: clustering.min-k: is 9, above max-k, which is 4",
            "nightjar.yaml:8:8: db.url: is not a PostgreSQL URL (expected:"
                + " jdbc:postgresql://host:5432/nightjar)",
            "nightjar.yaml:14:16: deliver.destination: must be of a-z, 0-9 and -",
            "nightjar.yaml:17:24: ingest.s3.files.bucket: is missing",
            "nightjar.yaml:22:24: ingest.sources.web.columns.ordered-at: is missing",
            "nightjar.yaml:23:20: ingest.sources.web.date-format: is not a pattern of dates (Too many"
                + " pattern letters: Q)",
            "nightjar.yaml:28:18: segments.maps.own: Best: 421x is not a code: write three scores of"
                + " 1-5",
            "nightjar.yaml:28:18: segments.maps.own: 554 of Best is also of Rest: keep each code"
                + " once",
            "segments.map: rfm-125 names scores of 5 bins, and rfm.bins is 11: set rfm.bins=5")
        .anyMatch(
            each -> each.startsWith("nightjar.yaml:28:18: segments.maps.own: no segment has 111 "))
        .anyMatch(each -> each.startsWith("nightjar.yaml:2:9: business.zone: is not a time zone"))
        .anyMatch(each -> each.startsWith("nightjar.yaml:11:9: rfm.bins: "))
        .anyMatch(
            each ->
                each.startsWith(
                    "nightjar.yaml:22:76: ingest.sources.web.columns.colour: is not a field of "))
        .anyMatch(each -> each.contains("deliver.folder[0]: is not a setting"))
        .hasSize(17);
  }

  @Test
  void theMessageOfTheReportHoldsEveryProblem() {
    var problems = List.of("rfm.bins: is odd", "rfm.window: is odder");
    var bad = new BadSettings(problems);
    assertThat(bad.problems()).isEqualTo(problems);
    assertThat(bad.code()).isEqualTo(FailureCode.BAD_SETTINGS);
    assertThat(bad)
        .hasMessageStartingWith("2 problems in the configuration; nothing was started.")
        .hasMessageContainingAll("rfm.bins: is odd", "rfm.window: is odder", "nightjar lint");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rfm.bins=11                    | rfm.bins:
          rfm.bins=1                     | rfm.bins:
          rfm.bins=five                  | rfm.bins: is not a whole number
          rfm.bins=99999999999           | rfm.bins: is not a whole number
          rfm.rule=median                | rfm.rule: is not one of: quantile, r-rfm, rank-first, ntile
          rfm.rule=fixed                 | rfm.recency.thresholds: must be 4 for 5 bins, each higher
          rfm.rule=mean                  | segments.map: rfm-125 names 5 scores of monetary, and rfm.rule=mean makes two
          rfm.direction=best             | rfm.direction: is not one of: n-is-best, 1-is-best
          rfm.refit=daily                | rfm.refit: is not one of: nightly, weekly, monthly, never
          rfm.recency.rule=nested        | rfm.rule: nested is for recency, frequency and monetary
          rfm.recency.bins=1             | rfm.recency.bins:
          rfm.frequency.bins=11          | rfm.frequency.bins:
          rfm.frequency.counts=items     | rfm.frequency.counts: is not one of: orders, days, lines, units
          rfm.monetary.bins=0            | rfm.monetary.bins:
          rfm.monetary.value=median      | rfm.monetary.value: is not one of: sum, mean-order
          rfm.monetary.thresholds=a      | rfm.monetary.thresholds: is no
          rfm.monetary.thresholds=1      | rfm.monetary.thresholds: rule quantile takes none
          rfm.window=P-30D               | rfm.window: looks ahead
          rfm.window=365                 | rfm.window: is not an ISO period
          """)
  void refusesToScoreSo(String override, String problem) {
    refuses(override, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          business.zone=Mars/Olympus     | business.zone: is not a time zone
          business.currency=EURO         | business.currency: is not a currency
          db.url=jdbc:mysql://host/shop  | db.url: is not a PostgreSQL URL
          deliver.destination=A/B        | deliver.destination: must be of a-z, 0-9 and -
          ingest.s3.x.prefix=new/        | ingest.s3.x.bucket: is missing
          ingest.s3.x.archive-prefix=old | ingest.s3.x.archive-prefix: must end with /
          ingest.s3.x.archive-prefix=inbox/ | ingest.s3.x.archive-prefix: must end with /
          ingest.s3.x.prefix=landed/a-   | ingest.s3.x.archive-prefix: must end with /
          ingest.s3.x.after=move         | ingest.s3.x.after: is not one of: archive, delete, tag
          ingest.s3.my-files.bucket=x    | ingest.s3.my-files: is not a name of a-z and 0-9
          ingest.sftp.x.password=secret  | ingest.sftp.x.host: is missing
          ingest.sftp.x.host=files       | ingest.sftp.x: password or key-file is required
          ingest.sftp.x.password=${SFTP_PW} | ingest.sftp.x.password: names a variable that is not set
          ingest.sftp.x.done-file=done   | ingest.sftp.x.done-file: must be {name} and more
          ingest.sftp.x.done-file={name} | ingest.sftp.x.done-file: must be {name} and more
          ingest.sftp.x.min-age=-1s      | ingest.sftp.x.min-age: is negative
          ingest.sftp.webShop.host=files | ingest.sftp.webShop: is not a name of a-z and 0-9
          """)
  void refuses(String override, String problem) {
    assertThat(AHome.in(folder).problems(override)).anyMatch(each -> each.contains(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ingest.s3.enabled=true         | ingest.s3.enabled: is no
          ingest.s3=true                 | ingest.s3: is no
          ingest.sftp.x.port=ssh         | ingest.sftp.x.port: is not a whole number
          ingest.sftp.x.after=keep       | ingest.sftp.x.after: is not one of: archive, delete
          ingest.folder.min-age=soon     | ingest.folder.min-age: is not a duration
          ingest.sources.shop.returns=n  | ingest.sources.shop.returns: is not one of: net, ignore
          ingest.sources.shop.layout.delimiter=;; | ingest.sources.shop.layout.delimiter: is not a single character
          ingest.sources.shop.files=     | ingest.sources.shop.files:
          ingest.sources.shop.expect.max-reject-share=2 | ingest.sources.shop.expect.max-reject-share:
          ingest.sources.shop.columns.id=id | ingest.sources.shop.columns.id: is not a field of
          segments.map=rfm-25            | segments.map: unknown map rfm-25; there are: rfm-
          segments.prospects.name=       | segments.prospects.name:
          segments.maps.own=none         | segments.maps.own: is no
          rfm=quantile                   | rfm: is no
          rfm.window.days=3              | rfm.window.days: is not a setting: window takes a single
          window=all                     | window: is in no section
          nonsense                       | --set nonsense: is not of the form key=value
          =all                           | --set =all: is not of the form key=value
          """)
  void refusesOfTheSectionsBehind(String override, String problem) {
    assertThat(AHome.in(folder).problems(override)).anyMatch(each -> each.contains(problem));
  }

  @Test
  void unknownKeyIsToldWithFileLineAndColumn() {
    var yaml = "# scores\nrfm:\n  bins: 5\n  windwo: all\n";
    assertThat(AHome.in(folder).with("scores.yaml", yaml).problems())
        .containsExactly("scores.yaml:4:11: rfm.windwo: is not a setting; did you mean window?");
  }

  @Test
  void unknownKeyFarFromAllIsToldWithAllThereAre() {
    assertThat(AHome.in(folder).with("rfm: {granularity: 3}").problems())
        .containsExactly(
            "nightjar.yaml:1:20: rfm.granularity: is not a setting; there are: rule, bins, window,"
                + " direction, refit, recency, frequency, monetary");
  }

  @Test
  void unknownKeyInsideListsAndMapsIsFound() {
    var yaml = "segments: {maps: {rfm-125: {segments: [{name: All, codes: '%s', actoin: Write}]}}}";
    assertThat(AHome.in(folder).with(yaml.formatted(AHome.ALL_CODES)).problems())
        .singleElement()
        .asString()
        .endsWith(
            "segments.maps.rfm-125.segments[0].actoin: is not a setting; did you mean action?");
  }

  @Test
  void aSingleValueWhereAListIsExpectedIsFound() {
    var yaml = "segments: {maps: {own: {segments: [{name: All, patterns: '??', boxes: {r: 4}}]}}}";
    assertThat(AHome.in(folder).with(yaml).problems())
        .singleElement()
        .asString()
        .endsWith("boxes.r: is not a setting: boxes is a list; begin each entry with -");
  }

  @Test
  void settingsOfTwoSectionsThatDoNotFitAreReported() {
    assertThat(AHome.in(folder).problems("rfm.bins=4"))
        .containsExactly(
            "segments.map: rfm-125 names scores of 5 bins, and rfm.bins is 4: set rfm.bins=5");
  }

  @Test
  void everyMissingColumnMappingIsNamed() {
    var yaml = "ingest: {sources: {web: {feed: order-lines, files: '*'}}}";
    assertThat(AHome.in(folder).with(yaml).problems())
        .containsExactly(
            "nightjar.yaml:1:32: ingest.sources.web.columns.order: is missing",
            "nightjar.yaml:1:32: ingest.sources.web.columns.customer: is missing",
            "nightjar.yaml:1:32: ingest.sources.web.columns.ordered-at: is missing",
            "nightjar.yaml:1:32: ingest.sources.web.columns.quantity: is missing",
            "nightjar.yaml:1:32: ingest.sources.web.columns.unit-price: is missing");
  }

  @Test
  void settingsWithoutDefaultAreMissedTogether() {
    assertThat(new AHome(folder).with("").problems())
        .extracting(each -> each.substring(0, each.indexOf(": ")))
        .containsExactly(
            "destinations.profiles",
            "segments.lapsed.name",
            "segments.maps",
            "segments.net-returners.name",
            "segments.prospects.name");
  }

  @Test
  void brokenYamlIsReportedWithItsFileAndLine() {
    assertThat(AHome.in(folder).with("rfm:\n  window: [all\n").problems("rfm.bins=11"))
        .anyMatch(each -> each.contains("nightjar.yaml: is not YAML") && each.contains("line 2"))
        .anyMatch(each -> each.startsWith("--set rfm.bins: "))
        .anyMatch(each -> each.endsWith("rfm.bins is 11: set rfm.bins=5"))
        .hasSize(3);
  }

  @Test
  void aKeyWrittenTwiceIsReported() {
    assertThat(AHome.in(folder).with("rfm:\n  bins: 4\n  bins: 5\n").problems())
        .singleElement()
        .asString()
        .contains("nightjar.yaml: is not YAML", "duplicate key bins");
  }

  @Test
  void aFileThatIsNoMapIsReported() {
    assertThat(AHome.in(folder).with("just words").problems())
        .singleElement()
        .asString()
        .startsWith("nightjar.yaml:1:1: document: is in no section");
  }

  @Test
  void missingConfigurationFolderIsReported() {
    assertThat(folder.resolve("config")).doesNotExist();
    assertThat(new AHome(folder).problems())
        .contains(folder.resolve("config") + ": the folder does not exist");
  }

  @Test
  void aPasswordIsNotInTheReport() {
    assertThat(AHome.in(folder).problems("db.passwrod=geheim", "ingest.sftp.x.password.y=geheim"))
        .hasSize(2)
        .noneMatch(each -> each.contains("geheim"));
  }

  @Test
  void theConfigurationOfTheHomeHidesTheShippedOne() throws Exception {
    var shipped = AHome.in(folder.resolve("shipped")).with("rfm: {bins: 11}");
    var own = AHome.in(folder.resolve("own")).folder();
    assertThat(SettingsLoader.load(new Home(own, shipped.folder(), List.of())).sections())
        .isNotEmpty();
    var bare = Files.createDirectory(folder.resolve("bare"));
    assertThat(new Home(bare, shipped.folder(), List.of()).config())
        .isEqualTo(shipped.folder().resolve("config"));
  }
}
