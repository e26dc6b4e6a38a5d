package dev.nightjar.pipeline;

import static dev.nightjar.db.pipeline.Tables.NIGHTS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Starts or restarts the nightly job in Spring Batch. */
@Component
class Executions {
  private static final int ATTEMPTS = 10;
  private static final Field<Long> INSTANCE = field(name("job_instance_id"), Long.class);
  private static final Field<Long> EXECUTION = field(name("job_execution_id"), Long.class);
  private static final Field<Long> STEP = field(name("step_execution_id"), Long.class);
  private static final Field<String> PARAMETER = field(name("parameter_name"), String.class);
  private static final Field<String> VALUE = field(name("parameter_value"), String.class);

  private final JobOperator operator;
  private final JobRepository repository;
  private final Job job;

  Executions(JobOperator operator, JobRepository repository, Job job) {
    this.operator = operator;
    this.repository = repository;
    this.job = job;
  }

  /**
   * Runs the stages of a night that have not finished yet, to the end or to the first failure.
   *
   * <p>As this process holds the lock, no other execution runs, whatever the tables say. A process
   * that has lost the lock can still write how its own one ends, at any moment until this one has
   * started.
   *
   * @throws Exception if Batch refuses to start
   */
  JobExecution start(Night night) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        endStale(night);
        return operator.start(job, StageSteps.parameters(night));
      } catch (OptimisticLockingFailureException | JobExecutionException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void endStale(Night night) {
    var last = repository.getLastJobExecution(job.getName(), StageSteps.parameters(night));
    if (last == null || !isStale(last.getStatus())) {
      return;
    }
    for (var step : last.getStepExecutions()) {
      if (isStale(step.getStatus())) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        step.setEndTime(last.getLastUpdated());
        repository.update(step);
      }
    }
    end(last);
  }

  private void end(JobExecution execution) {
    execution.setStatus(BatchStatus.FAILED);
    execution.setExitStatus(ExitStatus.FAILED);
    LocalDateTime lastSign = execution.getLastUpdated();
    execution.setEndTime(lastSign == null ? execution.getCreateTime() : lastSign);
    repository.update(execution);
  }

  /** Deletes what Batch keeps of nights before a date that the ledger no longer has. */
  static void forget(DSLContext tx, LocalDate before) {
    var executions =
        select(EXECUTION)
            .from(batch("job_execution_params"))
            .where(PARAMETER.eq("night"), VALUE.lt(before.toString())) // as ISO 8601
            .and(VALUE.notIn(select(NIGHTS.NIGHT.cast(String.class)).from(NIGHTS)));
    var found =
        tx.select(EXECUTION, INSTANCE)
            .from(batch("job_execution"))
            .where(EXECUTION.in(executions))
            .fetch();
    var ofThem = EXECUTION.in(found.getValues(EXECUTION));
    var steps = select(STEP).from(batch("step_execution")).where(ofThem);
    tx.deleteFrom(batch("step_execution_context")).where(STEP.in(steps)).execute();
    tx.deleteFrom(batch("step_execution")).where(ofThem).execute();
    tx.deleteFrom(batch("job_execution_context")).where(ofThem).execute();
    tx.deleteFrom(batch("job_execution_params")).where(ofThem).execute();
    tx.deleteFrom(batch("job_execution")).where(ofThem).execute();
    tx.deleteFrom(batch("job_instance")).where(INSTANCE.in(found.getValues(INSTANCE))).execute();
  }

  private static Table<Record> batch(String table) {
    return table(name("pipeline", "batch_" + table));
  }

  private static boolean isStale(BatchStatus status) {
    return status.isRunning() || status == BatchStatus.UNKNOWN;
  }
}
