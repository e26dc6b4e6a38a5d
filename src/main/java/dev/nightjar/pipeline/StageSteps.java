package dev.nightjar.pipeline;

import dev.nightjar.database.DatabaseFault;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.FullDisk;
import dev.nightjar.home.LogLines;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** Wraps each stage in a step of Spring Batch that writes the ledger and retries passing faults. */
@Component
public class StageSteps {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final NightLock lock;
  private final NightStop stop;
  private final Ledger ledger;
  private final NightEvents events;

  StageSteps(
      JobRepository repository,
      PlatformTransactionManager transactions,
      NightLock lock,
      NightStop stop,
      Ledger ledger,
      NightEvents events) {
    this.repository = repository;
    this.transactions = transactions;
    this.lock = lock;
    this.stop = stop;
    this.ledger = ledger;
    this.events = events;
  }

  /** A job, identified by business date and revision. */
  public JobBuilder job(String name) {
    return new JobBuilder(name, repository);
  }

  /** The step of a stage, without a transaction: a stage opens the transactions it needs. */
  public Step step(Stage stage) {
    var none = new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    return new StepBuilder(stage.name(), repository)
        .tasklet(
            (contribution, context) -> {
              attempt(stage, night(contribution.getStepExecution().getJobParameters()));
              return RepeatStatus.FINISHED;
            },
            transactions)
        .transactionAttribute(none)
        .build();
  }

  static JobParameters parameters(Night night) {
    return new JobParametersBuilder()
        .addLocalDate("night", night.date())
        .addLong("revision", (long) night.revision())
        .toJobParameters();
  }

  private static Night night(JobParameters parameters) {
    LocalDate date = Objects.requireNonNull(parameters.getLocalDate("night"));
    return new Night(date, Objects.requireNonNull(parameters.getLong("revision")).intValue());
  }

  private void attempt(Stage stage, Night night) throws InterruptedException {
    LogLines.mark("stage", stage.name());
    try {
      events.stageStarted(night, stage.name());
      var report = runWithRetries(stage, night);
      ledger.stageFinished(night, stage.name(), report);
      LOG.info("{} {}: {}", night.date(), stage.name(), report.summary());
      events.stageFinished(night, stage.name(), report);
    } catch (RuntimeException e) {
      var failure = failure(e, stage, night);
      events.stageFailed(night, stage.name(), failure);
      if (DatabaseFault.isAway(e) || stop.isSignalled()) {
        throw e;
      }
      LOG.error("{} {}: {}", night.date(), stage.name(), failure.code(), e);
      ledger.stageFailed(night, stage.name(), failure.code(), failure.getMessage());
      throw failure;
    } finally {
      LogLines.unmark("stage");
    }
  }

  /** Retries deadlocks and lost connections: a stage replaces the rows of its last attempt. */
  private StageReport runWithRetries(Stage stage, Night night) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        lock.keep();
        ledger.stageStarted(night, stage.name());
        return stop.run(() -> stage.run(night));
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !DatabaseFault.isPassing(e)) {
          throw e;
        }
        LOG.warn("{} {}: attempt {} failed, trying again", night.date(), stage.name(), attempt, e);
        Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)).toMillis());
      }
    }
  }

  private static Failure failure(RuntimeException e, Stage stage, Night night) {
    if (e instanceof Failure failure) {
      return failure;
    }
    if (FullDisk.is(e)) {
      return FullDisk.failure(e);
    }
    return new StageFailed(
        FailureCode.STAGE_BROKEN,
        night,
        "Stage %s failed unexpectedly (%s); see the log."
            .formatted(stage.name(), e.getClass().getSimpleName()),
        e);
  }
}
