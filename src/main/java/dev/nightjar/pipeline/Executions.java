package dev.nightjar.pipeline;

import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Starts or restarts the nightly job in Spring Batch. */
@Component
class Executions {
  private static final int ATTEMPTS = 10;

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
   * @throws Exception if Batch refuses to start
   */
  JobExecution start(Night night) throws Exception {
    declareStaleFailed(night);
    return operator.start(job, StageSteps.parameters(night));
  }

  /**
   * As this process holds the lock, no other execution runs, whatever the tables say. A process
   * that has lost the lock can still write the end of its own one.
   */
  private void declareStaleFailed(Night night) {
    for (int attempt = 1; ; attempt++) {
      try {
        endStale(night);
        return;
      } catch (OptimisticLockingFailureException e) {
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

  private static boolean isStale(BatchStatus status) {
    return status.isRunning() || status == BatchStatus.UNKNOWN;
  }
}
