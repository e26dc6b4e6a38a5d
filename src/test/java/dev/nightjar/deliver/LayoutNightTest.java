package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.home.BadSettings;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files lie and what they are called, as a destination wants it. */
@DatabaseTest
class LayoutNightTest {
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";
  private static final String LAYOUT = "destinations.profiles.generic-csv.layout.";
  private static final String ANN = "A,Ann,ann@example.com";
  private static final String BOB = "B,Bob,bob@example.com";

  @Test
  void klaviyoFetchesFromOneFlatFolderAndAdobeWaitsForItsMarker(Shop shop) {
    Everybody.in(shop, "klaviyo,adobe-customer-attributes")
        .with("audiences.declared.all.identifiers=email");
    Everybody.tell(shop, "2025-01-01", ANN);
    shop.run(SECOND);
    assertThat(shop.extracts().keySet())
        .containsExactlyInAnyOrder(
            "profiles/all_20250131_full.csv", "all_20250131_full.csv", "all_20250131_full.fin");
    assertThat(shop.extracts().get("all_20250131_full.fin")).isEmpty();
    assertThat(shop.rows("select path from deliver.extracts order by 1"))
        .containsExactly("all_20250131_full.csv", "profiles/all_20250131_full.csv");
    var files = shop.extracts();
    shop.runAgain(SECOND);
    assertThat(shop.extracts()).as("the same bytes").isEqualTo(files);
  }

  @Test
  void aNameCanHaveTheListAndTheKind(Shop shop) {
    Everybody.in(shop, "generic-csv")
        .with("deliver.files.generic-csv=full,adds,removes")
        .with("destinations.profiles.generic-csv.parameters.list=none")
        .with("deliver.deliveries.generic-csv.parameters.all.list=L7")
        .with(LAYOUT + "folder=Import/{list}")
        .with(LAYOUT + "file={kind}-{date:ddMMyy}")
        .with(LAYOUT + "extension=txt")
        .with(LAYOUT + "marker={file}.done")
        .with(LAYOUT + "manifest={audience}-{date}.json")
        .with(LAYOUT + "copy=Import/newest");
    Everybody.tell(shop, "2025-01-01", ANN);
    shop.run(SECOND);
    assertThat(shop.extracts().keySet())
        .containsExactlyInAnyOrder(
            "Import/L7/full-310125.txt",
            "Import/L7/adds-310125.txt",
            "Import/L7/removes-310125.txt",
            "Import/L7/full-310125.done",
            "Import/L7/adds-310125.done",
            "Import/L7/removes-310125.done",
            "Import/L7/all-2025-01-31.json",
            "Import/newest.txt");
  }

  /** A run that comes to fewer files takes away what the one before left, and nothing of others. */
  @Test
  void whatALongerDeliveryLeftInASharedFolderGoes(Shop shop) throws Exception {
    flat(Everybody.in(shop, "generic-csv"), "{audience}_{date:yyyyMMdd}");
    shop.with("destinations.profiles.generic-csv.max-rows=1");
    Everybody.tell(shop, "2025-01-01", ANN, BOB);
    shop.run(SECOND);
    assertThat(shop.extracts().keySet())
        .containsExactlyInAnyOrder("in/all_20250131.csv", "in/all_20250131-2.csv");
    var theirs = shop.folder().resolve("extracts/in/all_20250131-notes.csv");
    Files.writeString(theirs, "theirs");
    Everybody.optOut(shop, SECOND, BOB);
    shop.runAgain(SECOND);
    assertThat(shop.extracts().keySet())
        .containsExactlyInAnyOrder("in/all_20250131.csv", "in/all_20250131-notes.csv");
  }

  /** A reader of {@code *.csv} finds nothing that a killed delivery left, and the next takes it. */
  @Test
  void whatAKilledDeliveryLeftInASharedFolderGoes(Shop shop) throws Exception {
    flat(Everybody.in(shop, "generic-csv"), "{audience}_{date:yyyyMMdd}");
    Everybody.tell(shop, "2025-01-01", ANN);
    shop.run(SECOND);
    var left = ExtractNames.part("all_20250131.csv");
    assertThat(Path.of(left)).is(new Condition<>(LayoutNightTest::isHidden, "hidden from readers"));
    Files.writeString(shop.folder().resolve("extracts/in").resolve(left), "ann@exam");
    shop.runAgain(SECOND);
    assertThat(shop.extracts().keySet()).containsExactly("in/all_20250131.csv");
  }

  private static boolean isHidden(Path file) {
    var readers = file.getFileSystem();
    return file.toString().startsWith(".")
        && !readers.getPathMatcher("glob:*.csv").matches(file)
        && !readers.getPathMatcher("glob:all_*").matches(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{audience}_{date:yyyyMMdd}", "{audience}"})
  void whoIsErasedLeavesAFlatFolder(String file, Shop shop) throws Exception {
    flat(Everybody.in(shop, "generic-csv"), file).with("privacy.secret=a secret of the tests");
    Everybody.tell(shop, "2025-01-01", ANN, BOB);
    shop.run(FIRST);
    shop.run(SECOND);
    var theirs = shop.folder().resolve("extracts/in/other_20250131.csv");
    Files.writeString(theirs, "theirs");
    assertThat(with(shop, "ann@example.com")).isNotEmpty();
    var erased = shop.erase("A");
    assertThat(erased.pending()).isEmpty();
    assertThat(erased.extracts()).contains("generic-csv/all/" + SECOND);
    assertThat(with(shop, "ann@example.com")).isEmpty();
    assertThat(theirs).exists();
    shop.run("2025-02-01");
    assertThat(with(shop, "bob@example.com")).isNotEmpty();
    assertThat(with(shop, "ann@example.com")).isEmpty();
  }

  /** Files of a layout that is no longer in the settings are found by the audit. */
  @Test
  void whoIsErasedLeavesFilesOfAnotherLayoutAndTheOldCopyGoes(Shop shop) {
    Everybody.in(shop, "generic-csv").with("privacy.secret=a secret of the tests");
    Everybody.tell(shop, "2025-01-01", ANN, BOB);
    shop.run(FIRST);
    assertThat(shop.extracts()).containsKey("generic-csv/all/current.csv");
    flat(shop, "{audience}_{date:yyyyMMdd}").run(SECOND);
    assertThat(shop.extracts()).doesNotContainKey("generic-csv/all/current.csv");
    assertThat(with(shop, "ann@example.com")).hasSize(2);
    shop.erase("A");
    assertThat(with(shop, "ann@example.com")).isEmpty();
  }

  @Test
  void whoRefusesLeavesAFlatFolderWhileTheRestWaits(Shop shop) {
    flat(Everybody.in(shop, "generic-csv"), "{audience}")
        .with("audiences.declared.all.frequency=weekly")
        .with("audiences.declared.all.day=thursday");
    Everybody.tell(shop, "2025-01-01", ANN, BOB);
    shop.run(FIRST);
    Everybody.optOut(shop, SECOND, ANN);
    shop.run(SECOND);
    assertThat(shop.extracts().get("in/all.csv")).doesNotContain("ann@").contains("bob@");
    // a night of old has the same name, and must not come back
    shop.runAgain(FIRST);
    assertThat(shop.extracts().get("in/all.csv")).doesNotContain("ann@").contains("bob@");
  }

  @Test
  void expiredFilesOfAFlatFolderGoAndTheFolderStays(Shop shop, @TempDir Path there)
      throws Exception {
    flat(Everybody.in(shop, "generic-csv"), "{audience}_{date:yyyyMMdd}")
        .with("deliver.deliveries.generic-csv.folder=" + there)
        .with("deliver.retention=P10D");
    Everybody.tell(shop, "2025-01-01", ANN);
    shop.run("2025-01-20");
    shop.run(FIRST);
    assertThat(there.resolve("in").toFile().list()).containsExactly("all_20250130.csv");
  }

  @Test
  void twoAudiencesNeverHaveOneFile(Shop shop) {
    flat(Everybody.in(shop, "generic-csv"), "list_{date}")
        .with("audiences.declared.vip.select.orders.at-least=0");
    assertRefused(
        shop,
        "all at generic-csv and vip at generic-csv would have one file in/list_2026-06-30.csv");
    shop.with(LAYOUT + "file={audience}").with(LAYOUT + "marker=done");
    assertRefused(shop, "would have one file in/done");
    shop.with(LAYOUT + "marker=none");
    shop.with("audiences.declared.all-2.select.orders.at-least=0");
    assertRefused(
        shop, "all at generic-csv and all-2 at generic-csv would have one file in/all-2.csv");
  }

  @Test
  void twoDestinationsOfOnePlaceNeverHaveOneFile(Shop shop) {
    var braze = "destinations.profiles.excel-csv.layout.";
    flat(Everybody.in(shop, "generic-csv,excel-csv"), "{audience}")
        .with(braze + "folder=in")
        .with(braze + "file={audience}")
        .with(braze + "marker=none")
        .with(braze + "manifest=none");
    assertRefused(shop, "all at generic-csv and all at excel-csv would have one file in/all.csv");
    Everybody.tell(shop, "2025-01-01", ANN);
    shop.with("deliver.deliveries.excel-csv.folder=elsewhere").run(SECOND);
    assertThat(shop.folder().resolve("elsewhere/in/all.csv")).exists();
  }

  @Test
  void namesThatWouldLoseChangesAreRefused(Shop shop) {
    flat(Everybody.in(shop, "generic-csv"), "{audience}")
        .with("deliver.files.generic-csv=removes,adds");
    assertRefused(
        shop, "layout.file: needs {kind}, as deliver.files.generic-csv has 2 kinds of files");
    shop.with(LAYOUT + "file={audience}_{kind}");
    assertRefused(shop, "layout.file: needs {date}");
    shop.with(LAYOUT + "file={audience}_{kind}_{date:HHmm}");
    assertRefused(shop, "{date:HHmm} is not a format of dates");
    shop.with(LAYOUT + "file={audience}_{kind}_{week}");
    assertRefused(shop, "layout.file: there is no {week}; there are: {audience}, {date}");
    shop.with(LAYOUT + "file={audience}_{kind}_{date}.csv");
    assertRefused(shop, "ends with .csv, which is added");
    shop.with(LAYOUT + "file={audience}_{kind}_{date}").with(LAYOUT + "folder=../in");
    assertRefused(shop, "layout.folder: must be below the place of the deliveries");
  }

  private static Shop flat(Shop shop, String file) {
    return shop.with(LAYOUT + "folder=in")
        .with(LAYOUT + "file=" + file)
        .with(LAYOUT + "marker=none")
        .with(LAYOUT + "manifest=none");
  }

  private static void assertRefused(Shop shop, String message) {
    assertThatThrownBy(() -> shop.run(SECOND))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining(message);
  }

  private static List<String> with(Shop shop, String text) {
    return shop.extracts().entrySet().stream()
        .filter(file -> file.getValue().contains(text))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
