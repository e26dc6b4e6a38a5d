package dev.nightjar.ingest;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and kinds of files that a sender can put into an inbox. */
@DatabaseTest
class InboxNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String LINE = "1,2025-01-10 12:00:00,A,P,1,10.00,completed";
  private static final String ESCAPE = "\u001b[31m";

  @Test
  @Timeout(120)
  void onlyRegularFilesAreTaken(Shop shop, @TempDir Path elsewhere) throws Exception {
    var secret = Files.writeString(elsewhere.resolve("secret.csv"), ANight.header() + "\n" + LINE);
    shop.deliver("orders-1.csv", ANight.header(), LINE);
    var inbox = shop.folder().resolve("inbox");
    Files.createSymbolicLink(inbox.resolve("orders-2.csv"), secret);
    Files.createSymbolicLink(inbox.resolve("orders-3.csv"), elsewhere.resolve("nothing"));
    pipe(inbox.resolve("orders-4.csv"));
    Files.createDirectory(inbox.resolve("orders-5.csv"));
    shop.run(NIGHT);
    assertThat(shop.rows("select name, verdict from ingest.files"))
        .containsExactly("orders-1.csv|loaded");
    assertThat(summary(shop))
        .contains("ingest.folder keeps orders-2.csv, it is a symbolic link")
        .contains("ingest.folder keeps orders-3.csv, it is a symbolic link")
        .contains("ingest.folder keeps orders-4.csv, it is not a regular file")
        .contains("ingest.folder keeps orders-5.csv, it is a folder");
    for (int number = 2; number <= 5; number++) {
      var left = inbox.resolve("orders-" + number + ".csv");
      assertThat(Files.exists(left, LinkOption.NOFOLLOW_LINKS)).as("%s", left).isTrue();
    }
  }

  /** Up to the 255 bytes of a file system. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "\u00e9"})
  void aFileWithALongNameIsLoadedUnderItsName(String letter, Shop shop) {
    var name = "orders-" + letter.repeat((255 - 11) / letter.getBytes().length) + ".csv";
    shop.deliver(name, ANight.header(), LINE).deliver("orders-1.csv", "wrong", LINE);
    shop.run(NIGHT);
    assertThat(shop.rows("select name, verdict from ingest.files order by length(name) desc"))
        .containsExactly(name + "|loaded", "orders-1.csv|quarantined");
  }

  @Test
  @Timeout(60)
  void aPipeIsNeitherPreviewedNorGuessed(Shop shop) throws Exception {
    Files.createDirectories(shop.folder().resolve("inbox"));
    var pipe = pipe(shop.folder().resolve("inbox/orders-1.csv")).toString();
    for (var command : List.of("preview", "guess")) {
      var result = nightjar(shop, command, pipe);
      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.output()).contains("Not a regular file: " + pipe);
    }
  }

  @Test
  void namesOfFilesCannotForgeLinesOrColourTheScreen(Shop shop) throws Exception {
    var name = "orders-1" + ESCAPE + "\nNext: forged.csv";
    shop.deliver(name, "order_number" + ESCAPE, LINE)
        .deliver("orders-2\r" + ESCAPE + ".csv", ANight.header(), LINE, "2" + ESCAPE + ",,,,,,")
        .deliver("unknown" + ESCAPE + "\nNext: forged.txt", "nothing");
    Files.createDirectory(shop.folder().resolve("inbox/orders-3" + ESCAPE + ".csv"));
    var shown = new StringBuilder();
    shown.append(NightjarProcess.start(shop, "run", "--date", NIGHT).await().output());
    var landed = "var/landing/shop-orders/";
    try (var files = Files.list(shop.folder().resolve(landed))) {
      var paths = files.map(Path::toString).toList();
      assertThat(paths).hasSize(2).allMatch(path -> path.chars().noneMatch(c -> c < ' '));
    }
    var file = shop.deliver(name, "a\nb" + ESCAPE, LINE).folder().resolve("inbox").resolve(name);
    shown.append(nightjar(shop, "status").output());
    shown.append(nightjar(shop, "rejects", "--date", NIGHT).output());
    shown.append(nightjar(shop, "preview", file.toString()).output());
    shown.append(nightjar(shop, "guess", file.toString()).output());
    shown.append(nightjar(shop, "preview", file + "x", "--source", "shop-orders").output());
    shown.append(Files.readString(shop.folder().resolve("var/nightjar.log")));
    assertThat(shown.toString())
        .contains("orders-1\\u001b[31m\\u000aNext: forged.csv is quarantined")
        .contains("unknown\\u001b[31m\\u000aNext: forged.txt matches no source")
        .contains("orders-3\\u001b[31m.csv, it is a folder");
    assertThat(shown.toString().lines())
        .allMatch(line -> line.chars().allMatch(c -> c == '\t' || !Character.isISOControl(c)))
        .noneMatch(line -> line.startsWith("Next: forged"));
  }

  @Test
  void aNightWithoutAQuarantinedFileSaysSoLast(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), LINE).deliver("orders-2.csv", "wrong", LINE);
    var run = nightjar(shop, "run", "--date", NIGHT);
    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.output().strip().lines().reduce((first, last) -> last))
        .hasValueSatisfying(
            last ->
                assertThat(last)
                    .startsWith("orders-2.csv is quarantined, line 1: the header has no column")
                    .contains("nightjar run --date " + NIGHT + " --again"));
    assertThat(shop.rows("select status from pipeline.nights")).containsExactly("finished");

    shop.deliver("orders-2.csv", ANight.header(), "2" + LINE);
    var again = nightjar(shop, "run", "--date", NIGHT, "--again");
    assertThat(again.exitCode()).as(again.output()).isZero();
  }

  @Test
  void aNightThatIsResumedAfterItsFilesWereReadSaysSoToo(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), LINE)
        .deliver("orders-2.csv", "wrong", LINE)
        .deliver("orders-3.csv", "wrong", LINE, LINE);
    shop.query(db -> db.execute("alter table publish.publications rename to gone"));
    assertThat(nightjar(shop, "run", "--date", NIGHT).exitCode()).isEqualTo(1);
    shop.query(db -> db.execute("alter table publish.gone rename to publications"));
    var resumed = nightjar(shop, "resume");
    assertThat(resumed.exitCode()).isEqualTo(8);
    assertThat(resumed.output()).contains("(and 1 more). Next: ");
  }

  @Test
  void nothingEmptyIsDeliveredWhereNothingCouldBeRead(Shop shop) {
    shop.deliver("orders-1.csv", "wrong", LINE);
    var run = nightjar(shop, "run", "--date", NIGHT);
    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.output()).contains("no customer has a score; 0 extracts");
    assertThat(shop.folder().resolve("extracts")).doesNotExist();
  }

  @Test
  void nothingEmptyIsDeliveredInPlaceOfYesterdays(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), LINE).run(NIGHT);
    var before = shop.extracts();
    assertThat(before).isNotEmpty();
    // a correction takes back the only order
    shop.deliver("orders-1.csv", ANight.header(), LINE.replace("2025-01", "2025-09"))
        .run("2025-02-01");
    assertThat(shop.rows("select * from rfm.scores")).isEmpty();
    assertThat(shop.extracts()).isEqualTo(before);
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'deliver'").get(1))
        .contains("0 extracts");
    assertThat(
            shop.rows(
                "select audience, stopped_for from deliver.changes where night = '2025-02-01'"))
        .containsExactly("everybody|no customer has a score");
  }

  @Test
  void aRequiredFileStillFailsTheNight(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.required=true")
        .deliver("orders-1.csv", "wrong", LINE);
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_QUARANTINED));
  }

  private static String summary(Shop shop) {
    return shop.rows("select summary from pipeline.stages where stage = 'ingest'").get(0);
  }

  private static Path pipe(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }
}
