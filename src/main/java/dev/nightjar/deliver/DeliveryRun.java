package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.records.StatesRecord;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.WrittenFiles;
import dev.nightjar.pipeline.Night;
import java.sql.Connection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Sends each audience to each of its destinations: writes the extract, asks the guard, delivers,
 * and lets the state advance once the delivery is confirmed. A failed delivery keeps nothing else
 * back. If the guard stops a change, or the audience is not due, what the destination has is sent
 * once more without the people who refused or were erased, and the rest waits. An audience that is
 * no longer sent is emptied where it was sent, so that nobody stays where no opt-out would reach.
 */
final class DeliveryRun {
  static final String NOBODY = "no customer has a score";
  private static final String NOT_DUE = "the audience is not due in this night";

  private final DSLContext db;
  private final Night night;
  private final DeliverSettings settings;
  private final Destinations destinations;
  private final Clock clock;
  private final ExtractWriter writer;

  DeliveryRun(
      DSLContext db,
      Night night,
      DeliverSettings settings,
      Destinations destinations,
      Clock clock,
      ExtractWriter writer) {
    this.db = db;
    this.night = night;
    this.settings = settings;
    this.destinations = destinations;
    this.clock = clock;
    this.writer = writer;
  }

  /** Delivers an extract, and returns it when that is confirmed. */
  interface Carrier {
    Extract deliver(Extract extract, Profile profile) throws DeliveryFailed;
  }

  /** Sends all that is due and was not confirmed in this run of the night. */
  DeliveryResult send(List<Audience> audiences, Carrier carrier) {
    var ledger = new DeliveryLedger(night);
    var result = new DeliveryResult();
    var held = Holding.held(db, night.date());
    var targets = targets(held, audiences);
    ledger.forgetOthers(db, targets);
    held.stream()
        .filter(each -> destinations.profile(each.getDestination()).isEmpty())
        .forEach(each -> result.left(each.getAudience(), each.getDestination()));
    for (var target : targets) {
      var confirmed = ledger.confirmed(db, target);
      if (confirmed.isPresent()) {
        wasDelivered(target, confirmed.get(), ledger, result);
      } else {
        attempt(
            target, ledger.isDue(db, target) ? this::send : this::sendRefusals, carrier, result);
      }
    }
    return result;
  }

  /** Removes who refused from what destinations have, and leaves everything else there. */
  DeliveryResult sendRefusals(List<Audience> audiences, Carrier carrier) {
    var result = new DeliveryResult();
    targets(Holding.held(db, night.date()), audiences)
        .forEach(target -> attempt(target, this::sendRefusals, carrier, result));
    return result;
  }

  private void attempt(
      DeliveryTarget target, Sending sending, Carrier carrier, DeliveryResult result) {
    if (result.isAway(target.destination())) {
      result.notTried(target);
      return;
    }
    // the open transaction keeps any other night from starting meanwhile
    db.transaction(
        turn -> inSession(target, night, state -> sending.of(target, state, carrier, result)));
  }

  private void wasDelivered(
      DeliveryTarget target, long lines, DeliveryLedger ledger, DeliveryResult result) {
    var waitsFor = ledger.waitsFor(db, target);
    if (waitsFor == null) {
      result.delivered(target, lines);
    } else {
      result.stopped();
      result.delivered(target.waiting(waitsFor), lines);
    }
  }

  /**
   * Finds what each audience would change at its destinations, and notes it.
   *
   * @param transaction that sees the new members, and in which the changes are noted
   */
  void rehearse(DSLContext transaction, List<Audience> audiences) {
    var ledger = new DeliveryLedger(night);
    var held = Holding.held(transaction, night.date());
    for (var target : targets(held, audiences)) {
      inSession(
          target,
          afterAll(target),
          state -> {
            var tally = writer.stream(transaction, target, state);
            var change = state.compare(tally.rows());
            ledger.found(transaction, target, change, stops(ledger, transaction, target, change));
          });
    }
  }

  /** A night after all confirmed ones. */
  private Night afterAll(DeliveryTarget target) {
    var state = target.holding().confirmed(db);
    return new Night(BegunExtracts.newest(state, night.date()).plusDays(1), night.revision());
  }

  private List<DeliveryTarget> targets(List<StatesRecord> held, List<Audience> audiences) {
    return DeliveryTarget.all(held, audiences, night.date(), settings, destinations);
  }

  private interface Sending {
    void of(DeliveryTarget target, DestinationState state, Carrier carrier, DeliveryResult result)
        throws Exception;
  }

  private interface Work {
    void with(DestinationState state) throws Exception;
  }

  private void inSession(DeliveryTarget target, Night as, Work work) {
    db.connection(
        connection -> {
          try (var state = new DestinationState(connection, target.holding(), as.date())) {
            work.with(state);
          }
        });
  }

  private void send(
      DeliveryTarget target, DestinationState state, Carrier carrier, DeliveryResult result)
      throws Exception {
    if (state.isOver()) {
      sendLate(target, state, carrier, result);
      return;
    }
    var ledger = new DeliveryLedger(night);
    var all = writer.writeAll(db, target, state);
    var change = state.compare(all.tally().rows());
    var stoppedFor = stops(ledger, db, target, change);
    if (stoppedFor != null && change.since() == null && change.refused() == 0) {
      writer.discard(target, all);
      return;
    }
    ledger.found(db, target, change, stoppedFor);
    if (stoppedFor == null) {
      send(target, state, all, change, carrier, result);
      return;
    }
    result.stopped();
    writer.discard(target, all);
    if (change.refused() > 0) {
      keepAllButRefused(target.waiting(stoppedFor), state, carrier, result);
    }
  }

  /** Sends an audience that is not due if people who are at the destination refused. */
  private void sendRefusals(
      DeliveryTarget target, DestinationState state, Carrier carrier, DeliveryResult result)
      throws Exception {
    if (state.hasRefused(new DeliverQueries(night).published(target))) {
      keepAllButRefused(target.waiting(NOT_DUE), state, carrier, result);
    }
  }

  private void keepAllButRefused(
      DeliveryTarget waiting, DestinationState state, Carrier carrier, DeliveryResult result)
      throws Exception {
    var kept = state.keepAllButRefused();
    send(waiting, state, writer.writeKept(waiting, state), kept, carrier, result);
  }

  /** Sends a change that does not wait; the state advances once it is confirmed. */
  private void send(
      DeliveryTarget target,
      DestinationState state,
      WrittenFiles all,
      ChangeCounts change,
      Carrier carrier,
      DeliveryResult result)
      throws Exception {
    var missing = target.missingParameters(settings);
    boolean inBatches = settings.delivery(target.destination()).takesBatches();
    var impossible = DeliveryFailed.impossible(target, change, state.lost(), missing, inBatches);
    if (impossible != null) {
      writer.discard(target, all);
      result.failed(target, impossible);
      return;
    }
    var copies = new DeliveryAudit(settings, clock).copies(db, target);
    var extract = writer.complete(db, target, state, all, change, copies);
    var begun = inBatches ? begin(state, extract) : extract;
    var sent = deliver(target, begun, carrier, result);
    if (sent != null) {
      on(state.session()).transaction(tx -> confirm(tx.dsl(), target, state, sent));
    }
  }

  private void confirm(DSLContext tx, DeliveryTarget target, DestinationState state, Extract sent) {
    if (!sent.isWithheld()) {
      state.advance(tx, sent.lines());
    }
    delivered(new DeliveryLedger(night), tx, target, sent);
  }

  /** Notes what the batches of an extract can change, before one of them goes. */
  private Extract begin(DestinationState state, Extract extract) {
    if (extract.isWithheld()) {
      return extract.in(new Extract.Batches(0, 0, 0));
    }
    var hash = extract.hashOfAll();
    int number = on(state.session()).transactionResult(tx -> state.begin(tx.dsl(), hash));
    return extract.in(new Extract.Batches(number, 0, 0));
  }

  private void delivered(
      DeliveryLedger ledger, DSLContext on, DeliveryTarget target, Extract extract) {
    var warnings = Manifest.warnings(target, extract);
    ledger.delivered(on, target, extract, warnings, OffsetDateTime.now(clock));
    if (extract.batches() != null && !extract.isWithheld()) {
      var place = DestinationConnection.place(target.destination(), settings);
      WithdrawalQueries.confirmed(on, target, place);
    }
  }

  /** Why a change waits for an approval; null where it does not, or has it. */
  private @Nullable String stops(
      DeliveryLedger ledger, DSLContext on, DeliveryTarget target, ChangeCounts change) {
    boolean isLost =
        change.customers() == 0
            && !target.audience().isEmptied()
            && !new DeliverQueries(night).hasScores(on);
    var reason = isLost ? NOBODY : settings.guard().stops(change);
    return reason != null && ledger.isApproved(on, target, change) ? null : reason;
  }

  /**
   * Sends a night that a later one has overtaken. The differences that it sent stay as they were,
   * since the later nights start from them, and so does a file whose name the later one has.
   */
  private void sendLate(
      DeliveryTarget target, DestinationState state, Carrier carrier, DeliveryResult result)
      throws Exception {
    if (!target.kinds().equals(EnumSet.of(FileKind.FULL))
        || !target.profile().layout().tellsNightsApart()) {
      result.overtaken(target);
      return;
    }
    var ledger = new DeliveryLedger(night);
    var all = writer.writeAll(db, target, state);
    var change = ChangeCounts.of(all.tally().rows());
    var extract = writer.complete(db, target, state, all, change, List.of());
    if (deliver(target, extract, carrier, result) != null) {
      delivered(ledger, db, target, extract);
    }
  }

  /** The extract as it was confirmed; null if it was not. */
  private static @Nullable Extract deliver(
      DeliveryTarget target, Extract extract, Carrier carrier, DeliveryResult result) {
    try {
      var confirmed = carrier.deliver(extract, target.profile());
      result.delivered(target, confirmed);
      return confirmed;
    } catch (DeliveryFailed e) { // the other destinations get their files
      result.failed(target, e);
      return null;
    }
  }

  private DSLContext on(Connection session) {
    return db.configuration().derive(new DefaultConnectionProvider(session)).dsl();
  }
}
