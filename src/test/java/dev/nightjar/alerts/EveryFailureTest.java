package dev.nightjar.alerts;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Receiver;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Provokes each failure code by a real night or command, and looks at what people get of it. */
@DatabaseTest
class EveryFailureTest {
  private static final String NIGHT = "2025-01-31";

  /** Of commands that somebody types and reads; and of who stops a night, and knows. */
  private static final Set<FailureCode> ON_THE_SCREEN_ONLY =
      Set.of(
          FailureCode.TABLES_DIFFER,
          FailureCode.FILE_UNREADABLE,
          FailureCode.PREVIEW_QUARANTINED,
          FailureCode.DOCTOR_FAILED,
          FailureCode.NIGHT_STOPPED);

  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private final Receiver receiver = new Receiver();

  @BeforeAll
  static void startMail() {
    MAIL.start();
  }

  @AfterAll
  static void stopMail() {
    MAIL.stop();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void isAnAlertAHeadingAndANextCommand(FailureCode code, Shop shop, @TempDir Path folder)
      throws Exception {
    forget();
    shop.with("alerts.webhooks.ops.address=" + receiver.address())
        .with("alerts.email.host=127.0.0.1")
        .with("alerts.email.port=" + MAIL.getSmtp().getPort())
        .with("alerts.email.security=none")
        .with("alerts.email.from=nightjar@shop.example")
        .with("alerts.email.to=ada@shop.example");

    var result = new Provocations(shop, folder, NIGHT).of(code, this::forget);
    assertThat(result.exitCode()).as(result.output()).isEqualTo(code.exitCode());
    var heading = "ops/runbook.md#" + code.name().toLowerCase(Locale.ROOT);
    assertThat(Files.readAllLines(Path.of("ops/runbook.md"))).contains("## " + code);
    if (ON_THE_SCREEN_ONLY.contains(code)) {
      assertThat(result.output()).contains("Next: ");
      assertThat(receiver.take()).isEmpty();
    } else {
      // the night that holds another up ends well
      var sent =
          receiver.take().stream()
              .filter(each -> !each.get("code").asString("").isEmpty())
              .toList();
      assertThat(sent).as("alerts").hasSize(1);
      var alert = sent.get(0);
      assertThat(alert.get("code").asString()).isEqualTo(code.name());
      assertThat(alert.get("kind").asString()).isEqualTo(kind(code));
      assertThat(alert.get("night").asString(""))
          .isEqualTo(code == FailureCode.BAD_SETTINGS ? "" : NIGHT); // no settings, no calendar
      assertThat(alert.get("meaning").asString()).isEqualTo(code.meaning());
      assertThat(alert.get("runbook").asString()).isEqualTo(heading);
      assertThat(alert.get("command").asString()).startsWith("nightjar ");
      assertThat(alert.toString()).doesNotContainIgnoringCase("ann@");
      assertThat(MAIL.getReceivedMessages()[0].getContent().toString())
          .contains(code.meaning(), heading);
    }
    assertThat(nightjar(shop, "status").output()).contains(status(code));
  }

  private void forget() {
    receiver.take();
    try {
      MAIL.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kind(FailureCode code) {
    return switch (code) {
      case GATE_STOPPED, CHANGES_WAIT -> "approval";
      case GATE_WARNED, FILES_SET_ASIDE -> "warning";
      default -> "failure";
    };
  }

  /** What {@code status} prints afterwards. */
  private static String status(FailureCode code) {
    return switch (code) {
      case BAD_SETTINGS -> "Next: fix this, then nightjar lint";
      case DATABASE_AWAY -> "Next: nightjar resume";
      case DISK_FULL -> "Next: make room on it, then nightjar resume";
      case ERASURES_IN_DOUBT -> "Next: set NIGHTJAR_PRIVACY_SECRET as it was then, then nightjar";
      case FILE_UNREADABLE, PREVIEW_QUARANTINED, DOCTOR_FAILED -> "No night has run yet.";
      case TABLES_DIFFER -> "finished";
      case NIGHT_RUNNING -> "finished"; // what it prints in between is looked at there
      case SCHEMA_NEWER -> "Next: run the newer version";
      case FILES_SET_ASIDE -> "Next: put a corrected file of the same name into the inbox";
      case CHANGES_WAIT -> "Next: nightjar approve recent --destination generic-csv";
      case GATE_STOPPED -> "Next: nightjar approve --date " + NIGHT;
      case SUPPRESSIONS_IN_DOUBT, GATE_WARNED -> "nightjar run --date " + NIGHT + " --again";
      default -> "Next: nightjar resume --date " + NIGHT;
    };
  }
}
