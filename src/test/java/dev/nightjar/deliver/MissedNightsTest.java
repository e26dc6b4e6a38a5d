package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.OpenSsh;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What destinations get that could not be reached, or that got more before. */
@DatabaseTest
class MissedNightsTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-22");

  @Test
  void aDestinationDownForTwoNightsGetsOneDeltaAgainstWhatWasConfirmed(Shop shop)
      throws IOException {
    Everybody.in(shop, "excel-csv,generic-csv")
        .with("deliver.files.excel-csv=full,removes,adds")
        .with("deliver.files.generic-csv=full,removes,adds");
    var people = new ChangingPeople(7, 40);
    var up = new Replica(shop, "generic-csv", "all");
    var down = new Replica(shop, "excel-csv", "all");
    var folder = shop.folder().resolve("extracts/excel-csv");
    for (int i = 0; i < 4; i++) {
      var night = FIRST.plusDays(i).toString();
      people.live(shop, FIRST.plusDays(i));
      if (i == 1 || i == 2) {
        var aside = shop.folder().resolve("aside");
        Files.move(folder, aside);
        Files.writeString(folder, "in the way");
        assertThatThrownBy(() -> shop.run(night))
            .isInstanceOfSatisfying(
                Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.DELIVERY_FAILED))
            .hasMessageContaining("1 of 2 extracts could not be delivered; the others were.")
            .hasMessageContaining("excel-csv: all (")
            .hasMessageContaining("Next: nightjar resume --date " + night);
        Files.delete(folder);
        Files.move(aside, folder);
      } else {
        assertThat(shop.run(night)).isPresent();
        down.follow(night);
        assertThat(down.rows()).isEqualTo(down.read(night, "full").stream().sorted().toList());
      }
      up.follow(night);
      assertThat(up.rows()).isEqualTo(up.read(night, "full").stream().sorted().toList());
    }
    assertThat(
            shop.rows(
                "select destination, since from deliver.changes where night = '2025-01-25' order by 1"))
        .containsExactly("excel-csv|2025-01-22", "generic-csv|2025-01-24");
    assertThat(Everybody.names(shop, "excel-csv", "2025-01-23")).isEmpty();
  }

  @Test
  void aServerDownForTwoNightsGetsOneDeltaAgainstWhatWasConfirmed(Shop shop, @TempDir Path there)
      throws Exception {
    try (var server = OpenSsh.in(there)) {
      Everybody.in(shop, "excel-csv").with("deliver.files.excel-csv=full,removes,adds");
      server.delivery("excel-csv").forEach(shop::with);
      shop.with("deliver.deliveries.excel-csv.retries=0");
      var people = new ChangingPeople(11, 40);
      var replica = new Replica(server.inbox(), "excel-csv", "all");
      for (int i = 0; i < 4; i++) {
        var night = FIRST.plusDays(i).toString();
        people.live(shop, FIRST.plusDays(i));
        if (i == 1 || i == 2) {
          server.close();
          assertThatThrownBy(() -> shop.run(night)).hasMessageContaining("Connection refused");
          server.start();
        } else {
          assertThat(shop.run(night)).isPresent();
          replica.follow(night);
          assertThat(replica.rows())
              .isEqualTo(replica.read(night, "full").stream().sorted().toList());
        }
      }
      Replica.requireWhole(server.inbox());
      assertThat(shop.rows("select since from deliver.changes where night = '2025-01-25'"))
          .containsExactly("2025-01-22");
    }
  }

  @Test
  void resumeDeliversWhatIsMissingAndNothingElse(Shop shop) throws IOException {
    Everybody.in(shop, "excel-csv,generic-csv");
    var folder = shop.folder().resolve("extracts/excel-csv");
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "in the way");
    Everybody.tell(shop, "2025-01-01", "A,Ann,a1@example.com");
    assertThatThrownBy(() -> shop.run("2025-01-31")).isInstanceOf(Failure.class);
    var delivered = shop.folder().resolve("extracts/generic-csv/all/2025-01-31/_SUCCESS");
    var when = Files.getLastModifiedTime(delivered);
    Files.delete(folder);
    shop.resume();
    assertThat(Files.getLastModifiedTime(delivered)).isEqualTo(when);
    assertThat(Everybody.names(shop, "excel-csv", "2025-01-31")).contains("_SUCCESS");
    assertThat(
            shop.rows("select counts ->> 'extracts' from pipeline.stages where stage = 'deliver'"))
        .containsExactly("2");
  }

  @Test
  void whatWasDueInANightThatFailedIsDueStill(Shop shop) throws IOException {
    Everybody.in(shop, "generic-csv")
        .with("audiences.declared.all.frequency=weekly")
        .with("audiences.declared.all.day=thursday");
    var folder = shop.folder().resolve("extracts");
    Files.createDirectories(shop.folder());
    Files.writeString(folder, "in the way");
    Everybody.tell(shop, "2025-01-01", "A,Ann,a1@example.com");
    assertThatThrownBy(() -> shop.run("2025-01-30")).isInstanceOf(Failure.class);
    Files.delete(folder);
    shop.run("2025-01-31");
    shop.run("2025-02-01");
    assertThat(shop.rows("select night from deliver.extracts")).containsExactly("2025-01-31");
  }

  @Test
  void aShorterExtractLeavesNothingOfTheLongerOne(Shop shop) throws IOException {
    Everybody.in(shop, "generic-csv").with("deliver.files.generic-csv=full,adds");
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 1.00", "B 1 day ago 1.00").deliver();
    var limit = "destinations.profiles.generic-csv.max-rows=";
    shop.with(limit + "1").run("2025-01-31");
    assertThat(Everybody.names(shop, "generic-csv", "2025-01-31")).hasSize(6);
    assertThat(Everybody.names(shop, "generic-csv", ".")).contains("current.csv", "current-2.csv");
    var again = new Shop(shop.database(), shop.folder());
    Everybody.in(again, "generic-csv").runAgain("2025-01-31");
    assertThat(Everybody.names(shop, "generic-csv", "2025-01-31"))
        .containsExactlyInAnyOrder("all__2025-01-31__full.csv", "datapackage.json", "_SUCCESS");
    assertThat(Everybody.names(shop, "generic-csv", "."))
        .containsExactlyInAnyOrder("2025-01-31", "current.csv");
    Replica.requireWhole(shop.folder().resolve("extracts"));
  }
}
