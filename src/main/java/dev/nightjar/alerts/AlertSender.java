package dev.nightjar.alerts;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import dev.nightjar.transport.TransportFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends alerts, each once while its problem lasts, to all channels at once. What a channel does not
 * take in spite of retries is sent with the next command.
 */
@Component
public final class AlertSender {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  private final AlertsSettings settings;
  private final List<AlertChannel> channels;
  private final Path file;
  private final Clock clock;

  AlertSender(AlertsSettings settings, Home home, Clock clock) {
    this.settings = settings;
    this.channels = channels(settings);
    this.file = file(home);
    this.clock = clock;
  }

  /** The channels of the settings. */
  private static List<AlertChannel> channels(AlertsSettings settings) {
    var channels = new ArrayList<AlertChannel>();
    settings
        .webhooks()
        .forEach((name, hook) -> channels.add(new WebhookChannel(name, hook, settings.timeout())));
    var email = settings.email();
    if (email != null) {
      channels.add(new MailChannel(email, settings.timeout()));
    }
    settings
        .commands()
        .forEach(
            (name, command) -> channels.add(new CommandChannel(name, command, settings.timeout())));
    return channels;
  }

  /**
   * Sends what was not said yet, or not for {@code alerts.repeat-after}.
   *
   * @return one line for each channel that failed
   */
  public List<String> say(List<Alert> alerts) {
    if (channels.isEmpty()) {
      return List.of();
    }
    var spool = AlertSpool.read(file);
    return send(spool, alerts.stream().filter(alert -> isNew(alert, spool)).toList());
  }

  /**
   * A night has finished: sends its warnings, and that it is over what was said of it before.
   *
   * @param recovery sent if something was said
   */
  public List<String> finished(LocalDate night, List<Alert> warnings, Alert recovery) {
    if (channels.isEmpty()) {
      return List.of();
    }
    var spool = AlertSpool.read(file);
    var identities = warnings.stream().map(Alert::identity).toList();
    boolean wasStopped =
        spool
            .open()
            .removeIf(each -> each.isOverWith(night) && !identities.contains(each.identity()));
    var alerts = new ArrayList<>(warnings.stream().filter(each -> isNew(each, spool)).toList());
    if (wasStopped && settings.on().contains(Alert.Kind.RECOVERY)) {
      alerts.add(0, recovery);
    }
    return send(spool, alerts);
  }

  /** What alerts say. */
  public AlertTexts texts() {
    return new AlertTexts(settings.console());
  }

  /**
   * Says that no night has finished for {@code alerts.overdue-after}, if that is so, and sends what
   * channels did not take before.
   *
   * @param lastFinished when a night last finished; null if none has yet
   * @return one line for each channel that failed
   */
  public List<String> check(@Nullable Instant lastFinished) {
    boolean isOverdue =
        lastFinished != null
            && lastFinished.isBefore(clock.instant().minus(settings.overdueAfter()));
    return say(isOverdue ? List.of(texts().overdue(settings.overdueAfter())) : List.of());
  }

  /**
   * Since when alerts wait because a channel does not take them, by channel; whatever the settings.
   */
  public static Map<String, Instant> unsent(Home home) {
    var unsent = new TreeMap<String, Instant>();
    AlertSpool.read(file(home))
        .pending()
        .forEach(
            each ->
                unsent.merge(
                    each.channel(),
                    each.since(),
                    (one, other) -> one.isBefore(other) ? one : other));
    return unsent;
  }

  private static Path file(Home home) {
    return home.var().resolve("alerts.json");
  }

  /** Says that the settings are wrong, if those of the alerts can be read. */
  public static void unconfigured(Home home, BadSettings problems, Clock clock) {
    try {
      var sender = new AlertSender(SettingsLoader.section(home, AlertsSettings.class), home, clock);
      sender.say(List.of(sender.texts().failure(null, null, problems.code(), List.of())));
    } catch (BadSettings ofAlertsToo) {
      LOG.warn("nobody is alerted: {}", ofAlertsToo.getMessage());
    }
  }

  /** Whether an alert is wanted, and was not said lately; notes that it is said now. */
  private boolean isNew(Alert alert, AlertSpool spool) {
    if (!settings.on().contains(alert.kind())) {
      return false;
    }
    var now = clock.instant();
    var said =
        spool.open().stream().filter(each -> each.identity().equals(alert.identity())).findFirst();
    if (said.isPresent() && said.get().said().plus(settings.repeatAfter()).isAfter(now)) {
      return false;
    }
    said.ifPresent(spool.open()::remove);
    spool.open().add(AlertSpool.Open.of(alert, now));
    return true;
  }

  /** Sends a message that is not kept. */
  public List<String> test(Alert alert) {
    var lines = new ArrayList<String>();
    for (var channel : channels) {
      var problem = attempt(channel, alert);
      lines.add("alerts.%s: %s".formatted(channel.name(), problem == null ? "sent" : problem));
    }
    return lines;
  }

  private List<String> send(AlertSpool spool, List<Alert> alerts) {
    var now = clock.instant();
    var before = List.copyOf(spool.pending());
    spool.pending().clear();
    var problems = new ArrayList<String>();
    var threads = Executors.newFixedThreadPool(Math.max(1, channels.size()));
    try {
      var work = new ArrayList<Callable<List<AlertSpool.Pending>>>();
      for (var channel : channels) {
        var due =
            new ArrayList<>(
                before.stream().filter(each -> each.channel().equals(channel.name())).toList());
        alerts.forEach(alert -> due.add(new AlertSpool.Pending(channel.name(), alert, now)));
        work.add(() -> send(channel, due, problems));
      }
      for (var sent : threads.invokeAll(work)) {
        spool.pending().addAll(sent.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("sending alerts failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    spool.write(file, now);
    return problems;
  }

  /** Sends in order; after a failure, the rest waits. Returns what is left. */
  private List<AlertSpool.Pending> send(
      AlertChannel channel, List<AlertSpool.Pending> due, List<String> problems) {
    for (int i = 0; i < due.size(); i++) {
      var problem = attempt(channel, due.get(i).alert());
      if (problem != null) {
        LOG.warn("alerts.{}: {}", channel.name(), problem);
        synchronized (problems) {
          problems.add("alerts.%s: %s".formatted(channel.name(), problem));
        }
        return due.subList(i, due.size());
      }
    }
    return List.of();
  }

  private static String reason(IOException e) {
    var name = e.getClass().getSimpleName();
    return e.getMessage() == null ? name : name + ", " + e.getMessage();
  }

  /** Sends with retries; null if it arrived. */
  private @Nullable String attempt(AlertChannel channel, Alert alert) {
    String problem = null;
    for (int i = 0; i <= settings.retries(); i++) {
      try {
        if (i > 0) {
          Thread.sleep(TransportFault.FIRST_PAUSE.multipliedBy(1L << (i - 1)).toMillis());
        }
        channel.send(alert);
        return null;
      } catch (IOException e) {
        problem = "could not be sent: " + reason(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "could not be sent: interrupted";
      }
    }
    return problem;
  }
}
