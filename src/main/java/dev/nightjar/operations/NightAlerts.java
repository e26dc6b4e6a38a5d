package dev.nightjar.operations;

import dev.nightjar.alerts.AlertSender;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Nights;
import dev.nightjar.pipeline.StageFailed;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says to the people on call how nights end. An alert is sent after the night, so that it cannot
 * hold it up, and a channel that fails changes nothing about it.
 */
@Component
public class NightAlerts {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  private final AlertSender sender;
  private final Ledger ledger;
  private final Nights nights;
  private final GateLedger gates;
  private final MetricsFile metrics;

  NightAlerts(
      AlertSender sender, Ledger ledger, Nights nights, GateLedger gates, MetricsFile metrics) {
    this.sender = sender;
    this.ledger = ledger;
    this.nights = nights;
    this.gates = gates;
    this.metrics = metrics;
  }

  /**
   * Runs or resumes a night, and says how it ended.
   *
   * @param date the business date; null for the one that {@code run} chooses
   * @param run returns the night; empty if it was finished already
   * @throws Failure of the night
   */
  public Optional<Night> watch(@Nullable LocalDate date, Supplier<Optional<Night>> run) {
    try {
      var night = run.get();
      night.ifPresent(this::finished);
      writeMetrics();
      return night;
    } catch (Failure failure) {
      failed(date, failure);
      if (failure instanceof StageFailed) {
        writeMetrics();
      }
      throw failure;
    }
  }

  /** A night is not worse for a file that cannot be written. */
  private void writeMetrics() {
    try {
      metrics.write();
    } catch (UncheckedIOException | DataAccessException e) {
      LOG.warn("metrics.file could not be written", e);
    }
  }

  private void finished(Night night) {
    var alerts = sender.texts();
    sender.finished(
        night.date(),
        alerts.warnings(night.date(), nights.warnings(night)),
        alerts.recovery(night.date()));
  }

  /** Says that a command of the night failed; who stops a night knows. */
  private void failed(@Nullable LocalDate date, Failure failure) {
    if (failure.code() == FailureCode.NIGHT_STOPPED) {
      return;
    }
    var texts = sender.texts();
    sender.say(
        List.of(
            failure instanceof StageFailed of
                ? texts.failure(
                    of.night().date(),
                    stage(of.night()),
                    of.code(),
                    findings(of.night().date(), of.code()))
                : texts.failure(date, null, failure.code(), List.of())));
  }

  private @Nullable String stage(Night night) {
    try {
      return ledger.stages(night).stream()
          .filter(stage -> stage.failureCode() != null)
          .findFirst()
          .map(Ledger.StageEntry::stage)
          .orElse(null);
    } catch (DataAccessException e) {
      LOG.warn("the stage of an alert is not known", e);
      return null; // an alert without its stage is better than none
    }
  }

  private List<String> findings(LocalDate date, FailureCode code) {
    return code == FailureCode.GATE_STOPPED || code == FailureCode.AUDIT_FAILED
        ? gates.stops(date)
        : List.of();
  }

  /**
   * Says that no night has finished for {@code alerts.overdue-after}, and sends what channels did
   * not take before.
   *
   * @return one line for each channel that failed
   */
  public List<String> check() {
    var last =
        ledger.nights().stream()
            .map(Ledger.Entry::finishedAt)
            .filter(Objects::nonNull)
            .max(OffsetDateTime::compareTo);
    return sender.check(last.map(OffsetDateTime::toInstant).orElse(null));
  }

  /**
   * Sends a message to every channel, whatever was sent before.
   *
   * @return one line for each channel
   */
  public List<String> test() {
    return sender.test(sender.texts().test());
  }
}
