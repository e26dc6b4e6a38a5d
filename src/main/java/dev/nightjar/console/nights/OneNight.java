package dev.nightjar.console.nights;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.ports.ExtractWithdrawals;
import dev.nightjar.views.NightStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks for the state of a night. */
@Component
public class OneNight {
  private final DSLContext db;
  private final Ledger ledger;
  private final NightLock lock;
  private final BusinessSettings business;
  private final ExtractWithdrawals withdrawals;
  private final Clock clock;

  OneNight(
      DSLContext db,
      Ledger ledger,
      NightLock lock,
      BusinessSettings business,
      ExtractWithdrawals withdrawals,
      Clock clock) {
    this.db = db;
    this.ledger = ledger;
    this.lock = lock;
    this.business = business;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  /** The state of the last revision; empty if the night never started. */
  public Optional<NightStatus> status(LocalDate night) {
    return NightStatus.of(night, business.zone(), ledger, lock, db, withdrawals.pending());
  }

  /** What helps a night in its state; one that has not run can be run when its date is over. */
  Step step(LocalDate night, Optional<NightStatus> status) {
    boolean isOver = !night.isAfter(business.lastDate(clock));
    return status.map(Step::of).orElse(isOver ? Step.RUN : Step.NOTHING);
  }
}
