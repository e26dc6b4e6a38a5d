package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.nightjar.kit.NightjarProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
  private static final String ORDERS =
      "order_id,customer_id,order_date,total\n1,A,2026-06-01,9.50\n2,B,2026-06-13,7.25\n";

  @TempDir Path folder;

  @Test
  void aHomeHasCommentedSettingsAndNoSampleSource() throws Exception {
    var home = folder.resolve("shop");
    var init = nightjar("init", home.toString(), "--zone", "Europe/Oslo", "--currency", "nok");
    assertThat(init.exitCode()).as(init.output()).isZero();
    assertThat(init.output()).contains("Next: nightjar --home " + home + " guess FILE");
    assertThat(home.resolve("config/samples")).doesNotExist();
    assertThat(home.resolve("inbox")).isDirectory();
    assertThat(Files.readString(home.resolve("config/nightjar.yaml")))
        .contains("\n  zone: Europe/Oslo\n", "\n  currency: NOK\n", "# rates:");

    var file = Files.writeString(folder.resolve("orders-2026.csv"), ORDERS);
    var guess = NightjarProcess.nightjar(home, "guess", file.toString());
    Files.writeString(home.resolve("config/orders.yaml"), guess.output());
    assertThat(NightjarProcess.nightjar(home, "preview", file.toString()).output())
        .contains("Source orders; csv, comma, UTF-8");
    var lint = NightjarProcess.nightjar(home, "lint");
    assertThat(lint.exitCode()).as(lint.output()).isZero();
  }

  @Test
  void aFolderThatIsNoHomeTakesNoFileByTheSamples() throws Exception {
    var inbox = Files.createDirectories(folder.resolve("inbox"));
    var file = Files.writeString(inbox.resolve("orders-2026.csv"), ORDERS);
    for (var command : List.of(List.of("run"), List.of("lint"))) {
      var refused = nightjar(command.toArray(String[]::new));
      assertThat(refused.exitCode()).as(refused.output()).isEqualTo(3);
      assertThat(refused.output())
          .contains("nightjar init makes a home, and nightjar guess FILE describes a source");
    }
    var preview = nightjar("preview", file.toString());
    assertThat(preview.exitCode()).isEqualTo(1);
    assertThat(preview.output()).contains("No source matches", "Next: nightjar guess " + file);
    assertThat(file).exists();
  }

  @Test
  void aHomeIsNeverOverwritten() throws Exception {
    var config = Files.createDirectories(folder.resolve("config"));
    var init = nightjar("init", folder.toString(), "--zone", "UTC", "--currency", "EUR");
    assertThat(init.exitCode()).isEqualTo(3);
    assertThat(init.output()).contains("exists already; nothing was written");
    assertThat(config).isEmptyDirectory();
  }

  @Test
  void withoutATerminalTheOptionsAreRequired() throws Exception {
    assertThat(nightjar("init", "new", "--zone", "Mars/Base", "--currency", "EUR").output())
        .contains("'Mars/Base' is not a time zone (expected: Europe/London)");
    assertThat(nightjar("init", "new", "--zone", "UTC", "--currency", "EURO").output())
        .contains("'EURO' is not a currency (expected: GBP)");
  }

  @Test
  void onATerminalZoneAndCurrencyAreAskedForUntilTheyAreKnown() throws Exception {
    assumeThat(Path.of("/usr/bin/script")).as("script of util-linux, for a terminal").exists();
    var home = folder.resolve("shop");
    var typed = Files.writeString(folder.resolve("typed"), "Oslo\nEurope/Oslo\n\nnok\n");
    var init = NightjarProcess.startOnATerminal(typed, home, "init", home.toString()).await();
    assertThat(init.exitCode()).as(init.output()).isZero();
    assertThat(init.output())
        .containsSubsequence(
            "Time zone, such as Europe/London: ",
            "'Oslo' is not a time zone (expected: Europe/London)",
            "Time zone, such as Europe/London: ",
            "Currency, such as GBP: ",
            "'' is not a currency (expected: GBP)",
            "Currency, such as GBP: ",
            home + " is a home now");
    assertThat(Files.readString(home.resolve("config/nightjar.yaml")))
        .contains("\n  zone: Europe/Oslo\n", "\n  currency: NOK\n");
  }

  @Test
  void whatAnOptionSaysIsNotAskedFor() throws Exception {
    assumeThat(Path.of("/usr/bin/script")).as("script of util-linux, for a terminal").exists();
    var home = folder.resolve("shop");
    var typed = Files.writeString(folder.resolve("typed"), "sek\n");
    var init =
        NightjarProcess.startOnATerminal(
                typed, home, "init", home.toString(), "--zone", "Europe/Stockholm")
            .await();
    assertThat(init.exitCode()).as(init.output()).isZero();
    assertThat(init.output()).doesNotContain("Time zone").contains("Currency, such as GBP: ");
    var none = Files.writeString(folder.resolve("none"), "");
    var ended =
        NightjarProcess.startOnATerminal(none, home, "init", folder.resolve("b").toString())
            .await();
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains("--zone is required");
    assertThat(folder.resolve("b")).doesNotExist();
  }

  @Test
  void guessWorksWhileOtherSourcesAreUnfinished() throws Exception {
    var home = folder.resolve("shop");
    nightjar("init", home.toString(), "--zone", "UTC", "--currency", "EUR");
    Files.writeString(home.resolve("config/a.yaml"), "ingest: {sources: {a: {feed: \"?\"}}}");
    var file = Files.writeString(folder.resolve("orders-2026.csv"), ORDERS);
    assertThat(NightjarProcess.nightjar(home, "guess", file.toString()).output())
        .contains("total: [\"total\"]");
    assertThat(NightjarProcess.nightjar(home, "lint").output())
        .contains("a.yaml:1:30: ingest.sources.a.feed: is to be decided");
    assertThat(NightjarProcess.nightjar(home, "guess", file.toString(), "--as", "ebay").output())
        .contains("There is no preset of ebay; there are: [amazon, magento");
  }

  private NightjarProcess.Result nightjar(String... arguments) {
    return NightjarProcess.nightjar(folder, arguments);
  }
}
