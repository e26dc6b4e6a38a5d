package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRefusalsTest {
  @TempDir Path folder;

  @Test
  void aWrongValueDoesNotHideAMissingMappingOfTheSameSection() {
    var yaml =
        "ingest: {s3: {files: {prefix: a/}}, sources: {web: {feed: customers, files: '*', returns: foo}}}";
    assertThat(AHome.in(folder).with(yaml).problems())
        .contains(
            "nightjar.yaml:1:59: ingest.sources.web.columns.customer: is missing",
            "nightjar.yaml:1:31: ingest.s3.files.bucket: is missing");
  }

  @Test
  void anEmptyWindowIsRefused() {
    assertThat(AHome.in(folder).problems("rfm.window=P0D"))
        .anyMatch(p -> p.startsWith("--set rfm.window"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x[", "{a"})
  void aBrokenFilePatternIsRefused(String pattern) {
    assertThat(AHome.in(folder).problems("ingest.sources.shop.files=" + pattern)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\n", "\r"})
  void aDelimiterThatCannotPartColumnsIsRefused(String delimiter) {
    assertThat(AHome.in(folder).problems("ingest.sources.shop.layout.delimiter=" + delimiter))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-mm-dd",
        "YYYY-MM-dd",
        "HH:mm",
        "yyyy-MM",
        "",
        "yyyy-MM-dd hh:mm",
        "iso-8601-week",
      })
  void aDatePatternThatNoDateCanFitOrThatLosesTheTimeIsRefused(String pattern) {
    assertThat(AHome.in(folder).problems("ingest.sources.shop.date-format=" + pattern))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ingest.sftp.x.port=99999", "ingest.sftp.x.port=-1", "ingest.folder.min-age=-2s"})
  void valuesThatCannotWorkAreRefused(String set) {
    assertThat(AHome.in(folder).problems(set)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"layout=csv", "numbers=german", "expect=many"})
  void aValueWhereKeysAreExpectedIsRefused(String set) {
    assertThat(AHome.in(folder).problems("ingest.sources.shop." + set))
        .singleElement()
        .asString()
        .startsWith("ingest.sources.shop." + set.substring(0, set.indexOf('=')))
        .contains(": is not a map of settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout.format=pdf",
        "layout.encoding=latin-99",
        "layout.delimiter=;;",
        "layout.quote=",
        "layout.header=perhaps",
        "numbers.decimal=,,",
        "numbers.thousands=..",
        "same-name=merge",
        "expect.required=perhaps",
        "expect.by=25:00",
        "expect.min-files=0",
        "expect.max-files=few",
        "expect.min-rows=-1",
        "expect.max-rows=1e3",
        "expect.max-reject-share=-0.1",
      })
  void wrongValuesOfASourceAreRefusedByTheirKeys(String set) {
    var key = "ingest.sources.shop." + set.substring(0, set.indexOf('='));
    assertThat(AHome.in(folder).problems("ingest.sources.shop." + set))
        .singleElement()
        .asString()
        .contains(key + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"delimiter=;", "max-reject-share=0.1", "on-bad-file=stop"})
  void keysOfFormerTimesAreNoSettings(String set) {
    assertThat(AHome.in(folder).problems("ingest.sources.shop." + set))
        .singleElement()
        .asString()
        .contains(": is not a setting");
  }

  @Test
  void theReportHasNoTemplateText() {
    assertThat(AHome.in(folder).problems("ingest.sources.shop.expect.max-reject-share=2"))
        .noneMatch(p -> p.contains("${"));
  }

  @Test
  void theReportNamesKeysAsTheyAreWritten() {
    var yaml =
        "segments: {maps: {ownMap: {segments: [{name: ' '}]}}}\ningest: {sources: {webShop: {feed: customers, files: '', columns: {customer: id}}}}";
    assertThat(AHome.in(folder).with(yaml).problems())
        .anyMatch(p -> p.startsWith("nightjar.yaml:1:46: segments.maps.ownMap.segments[0].name: "))
        .anyMatch(p -> p.startsWith("nightjar.yaml:2:54: ingest.sources.webShop.files: "));
  }

  @Test
  void aSegmentWithoutANameIsOneProblem() {
    var yaml = "segments: {maps: {own: {segments: [{patterns: '??'}, {name: Top, codes: 555}]}}}";
    assertThat(AHome.in(folder).with(yaml).problems())
        .singleElement()
        .asString()
        .startsWith("nightjar.yaml:1:47: segments.maps.own.segments[0].name: ");
  }

  @Test
  void mapsOfFormerTimesAreToldWhatToWrite() {
    assertThat(AHome.in(folder).with("segments: {maps: {own: [{name: All}]}}").problems())
        .singleElement()
        .asString()
        .contains("is not a setting; there are: scores, direction, waiver, segments, else");
  }

  @Test
  void aWrongFeedIsOneProblem() {
    var yaml = "ingest: {sources: {web: {feed: custmers, files: '*', columns: {customer: id}}}}";
    assertThat(AHome.in(folder).with(yaml).problems()).hasSize(1);
  }

  @Test
  void unknownKeysOfOddCharactersAreReported() {
    assertThat(AHome.in(folder).with("rfm: {'?': 1, _: 2}").problems()).hasSize(2);
  }

  @Test
  void aSourceOfAnOddNameIsRefused() {
    var yaml =
        "ingest: {sources: {'Shop Four': {feed: customers, files: '*', columns: {customer: id}}}}";
    assertThat(AHome.in(folder).with(yaml).problems()).anyMatch(p -> p.contains("is not a key"));
  }

  @Test
  void aPasswordInTheUrlIsRefused() {
    assertThat(AHome.in(folder).problems("db.url=jdbc:postgresql://h/d?user=x&password=geheim"))
        .hasSize(1)
        .noneMatch(p -> p.contains("geheim"));
  }

  @Test
  void aWrongOptionSaysThatItIsOne() {
    assertThat(AHome.in(folder).problems("rfm.windw=all")).allMatch(p -> p.startsWith("--set"));
  }
}
