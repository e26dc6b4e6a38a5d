package dev.nightjar.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.kit.Receiver;
import dev.nightjar.kit.SettableClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to whom, and how often. */
class AlertsTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-30");
  private static final URI CONSOLE = URI.create("https://nightjar.example.org");
  private static final List<Alert.Kind> ALL = List.of(Alert.Kind.values());

  @TempDir private Path folder;
  private final Receiver receiver = new Receiver();
  private final SettableClock clock = new SettableClock();
  private final AlertTexts texts = new AlertTexts(CONSOLE);

  @AfterEach
  void close() {
    receiver.close();
  }

  private AlertSender sender(AlertsSettings settings) {
    return new AlertSender(settings, new Home(folder, folder, List.of()), clock);
  }

  private AlertsSettings to(AlertsSettings.Format format) {
    var hook = new AlertsSettings.Webhook(receiver.address(), format, "t0ken");
    return settings(Map.of("ops", hook), null, Map.of());
  }

  private static AlertsSettings settings(
      Map<String, AlertsSettings.Webhook> hooks,
      AlertsSettings.Email email,
      Map<String, AlertsSettings.Command> commands) {
    return new AlertsSettings(
        ALL,
        CONSOLE,
        Duration.ofHours(26),
        Duration.ofHours(24),
        Duration.ofSeconds(5),
        2,
        hooks,
        email,
        commands);
  }

  private Alert failure(FailureCode code) {
    return texts.failure(NIGHT, "rfm", code, List.of());
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void eachCodeIsOneAlertWithMeaningCommandAndHeading(FailureCode code) throws IOException {
    var sender = sender(to(AlertsSettings.Format.GENERIC));
    assertThat(sender.say(List.of(failure(code)))).isEmpty();
    assertThat(sender.say(List.of(failure(code)))).isEmpty();
    var sent = receiver.take();
    assertThat(sent).hasSize(1);
    var alert = sent.get(0);
    assertThat(alert.get("night").asString()).isEqualTo("2026-06-30");
    assertThat(alert.get("stage").asString()).isEqualTo("rfm");
    assertThat(alert.get("code").asString()).isEqualTo(code.name());
    assertThat(alert.get("meaning").asString()).isEqualTo(code.meaning()).endsWith(".");
    assertThat(alert.get("command").asString()).startsWith("nightjar ");
    assertThat(alert.get("console").asString()).isEqualTo(CONSOLE.toString());
    assertThat(headings()).contains(alert.get("runbook").asString());
  }

  /** The headings of the runbook, as links spell them. */
  private static List<String> headings() throws IOException {
    return Files.readAllLines(Path.of("ops/runbook.md")).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3).strip().toLowerCase(Locale.ROOT).replace(' ', '-'))
        .map(anchor -> "ops/runbook.md#" + anchor)
        .collect(Collectors.toList());
  }

  @Test
  void theHeadingOfAnOverdueNightIsThere() throws IOException {
    assertThat(headings()).contains(texts.overdue(Duration.ofHours(26)).runbook());
  }

  @Test
  void slackAndTeamsGetTheirOwnBodies() {
    sender(to(AlertsSettings.Format.SLACK)).say(List.of(failure(FailureCode.AUDIT_FAILED)));
    assertThat(receiver.take().get(0).get("text").asString())
        .startsWith("Night 2026-06-30 failed in rfm\nNight: 2026-06-30\nStage: rfm\n")
        .contains("Command: nightjar resume --date 2026-06-30");
    sender(to(AlertsSettings.Format.TEAMS)).say(List.of(failure(FailureCode.FILE_MISSING)));
    var card = receiver.take().get(0).get("attachments").get(0);
    assertThat(card.get("contentType").asString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(card.get("content").get("body").get(0).get("text").asString())
        .isEqualTo("Night 2026-06-30 failed in rfm");
    assertThat(card.get("content").get("body").get(1).get("facts").size()).isEqualTo(7);
  }

  @Test
  void theSameIsSaidAgainAfterADayAndOverWhenTheNightFinishes() {
    var sender = sender(to(AlertsSettings.Format.GENERIC));
    sender.say(List.of(failure(FailureCode.FILE_MISSING)));
    clock.set(clock.instant().plus(Duration.ofHours(23)));
    sender.say(List.of(failure(FailureCode.FILE_MISSING)));
    assertThat(receiver.take()).hasSize(1);
    clock.set(clock.instant().plus(Duration.ofHours(2)));
    sender.say(List.of(failure(FailureCode.FILE_MISSING)));
    assertThat(receiver.take()).hasSize(1);
    sender.finished(NIGHT, List.of(), texts.recovery(NIGHT));
    assertThat(receiver.take())
        .singleElement()
        .satisfies(alert -> assertThat(alert.get("kind").asString()).isEqualTo("recovery"));
    sender.finished(NIGHT, List.of(), texts.recovery(NIGHT));
    assertThat(receiver.take()).as("nothing was wrong").isEmpty();
    sender.say(List.of(failure(FailureCode.FILE_MISSING)));
    assertThat(receiver.take()).as("it is a new problem").hasSize(1);
    sender.finished(NIGHT.plusDays(1), List.of(), texts.recovery(NIGHT.plusDays(1)));
    assertThat(receiver.take()).as("the other night is still open").isEmpty();
  }

  @Test
  void aReceiverThatRefusesTwiceGetsItTheThirdTime() {
    receiver.refuse(2);
    assertThat(
            sender(to(AlertsSettings.Format.GENERIC))
                .say(List.of(failure(FailureCode.SOURCE_AWAY))))
        .isEmpty();
    assertThat(receiver.calls()).isEqualTo(3);
    assertThat(receiver.bodies()).hasSize(1);
  }

  @Test
  void whatAReceiverNeverTookIsSentWithTheNextCommandOnce() {
    receiver.refuse(3);
    var sender = sender(to(AlertsSettings.Format.GENERIC));
    assertThat(sender.say(List.of(failure(FailureCode.SOURCE_AWAY))))
        .singleElement()
        .asString()
        .contains("alerts.webhooks.ops: could not be sent", "503")
        .doesNotContain("127.0.0.1", "t0ken");
    assertThat(sender(to(AlertsSettings.Format.GENERIC)).say(List.of())).isEmpty();
    assertThat(sender(to(AlertsSettings.Format.GENERIC)).say(List.of())).isEmpty();
    assertThat(receiver.bodies()).hasSize(1);
  }

  @Test
  void aReceiverThatNeverAnswersHoldsTheCommandUpNoLongerThanItsTimeouts() {
    receiver.pause(60_000);
    var settings = to(AlertsSettings.Format.GENERIC);
    var impatient =
        new AlertsSettings(
            ALL,
            null,
            settings.overdueAfter(),
            settings.repeatAfter(),
            Duration.ofMillis(200),
            2,
            settings.webhooks(),
            null,
            Map.of());
    long begun = System.nanoTime();
    assertThat(sender(impatient).say(List.of(failure(FailureCode.LOCK_LOST)))).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void mailArrivesAsText() throws Exception {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      var sender = sender(settings(Map.of(), email(mail.getSmtp().getPort()), Map.of()));
      assertThat(sender.say(List.of(failure(FailureCode.GATE_STOPPED)))).isEmpty();
      var messages = mail.getReceivedMessages();
      assertThat(messages).hasSize(2); // one for each recipient
      assertThat(messages[0].getSubject()).isEqualTo("Night 2026-06-30 waits for an approval");
      assertThat(GreenMailUtil.getBody(messages[0]).replace("=E2=80=A6", "…").replace("=3D", "="))
          .contains("Command: nightjar approve --date 2026-06-30 --reason");
    } finally {
      mail.stop();
    }
  }

  @Test
  void aMailServerThatOnlyListensIsGivenUp() throws IOException {
    try (var deaf = new ServerSocket(0)) {
      var email = email(deaf.getLocalPort());
      var settings =
          new AlertsSettings(
              ALL,
              null,
              Duration.ofHours(26),
              Duration.ofHours(24),
              Duration.ofMillis(200),
              1,
              Map.of(),
              email,
              Map.of());
      assertThat(sender(settings).say(List.of(failure(FailureCode.GATE_STOPPED))))
          .singleElement()
          .asString()
          .contains("alerts.email: could not be sent");
    }
  }

  private static AlertsSettings.Email email(int port) {
    return new AlertsSettings.Email(
        "127.0.0.1",
        port,
        AlertsSettings.Security.NONE,
        null,
        null,
        "nightjar@shop.example",
        List.of("ada@shop.example", "bo@shop.example"));
  }

  @Test
  void aCommandGetsTheJsonAndItsFailureIsNamed() throws IOException {
    var said = folder.resolve("said.json");
    var commands =
        Map.of(
            "pager",
            new AlertsSettings.Command(List.of("sh", "-c", "cat > '%s'".formatted(said))),
            "broken",
            new AlertsSettings.Command(List.of("sh", "-c", "exit 3")));
    assertThat(
            sender(settings(Map.of(), null, commands))
                .say(List.of(failure(FailureCode.DATABASE_FULL))))
        .containsExactly(
            "alerts.commands.broken: could not be sent: IOException, the program ended with exit"
                + " code 3");
    assertThat(Files.readString(said)).contains("\"code\":\"DATABASE_FULL\"");
  }

  @Test
  void kindsThatAreNotWantedAreNotSent() {
    var all = to(AlertsSettings.Format.GENERIC);
    var settings =
        new AlertsSettings(
            List.of(Alert.Kind.FAILURE),
            null,
            all.overdueAfter(),
            all.repeatAfter(),
            all.timeout(),
            0,
            all.webhooks(),
            null,
            Map.of());
    sender(settings).say(List.of(texts.overdue(Duration.ofHours(26))));
    sender(settings).say(List.of(failure(FailureCode.FILE_MISSING)));
    sender(settings).finished(NIGHT, List.of(), texts.recovery(NIGHT));
    assertThat(receiver.take()).hasSize(1);
  }

  @Test
  void aDamagedMemoryIsBegunAgain() throws IOException {
    var sender = sender(to(AlertsSettings.Format.GENERIC));
    sender.say(List.of(failure(FailureCode.FILE_MISSING)));
    Files.writeString(folder.resolve("var/alerts.json"), "{\"open\": [");
    sender.say(List.of(failure(FailureCode.FILE_MISSING)));
    assertThat(receiver.take()).hasSize(2);
  }
}
