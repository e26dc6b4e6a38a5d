package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.records.StatesRecord;
import dev.nightjar.deliver.ExtractWriter.Address;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.pipeline.Night;
import java.sql.Connection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Sends each audience to each of its destinations: writes the extract, asks the guard, delivers,
 * and lets the state advance once the delivery is confirmed. What cannot be delivered keeps nothing
 * else back. An audience that is not sent any more is emptied where it was sent, so that nobody
 * stays there whom no opt-out would reach.
 */
final class DeliveryRun {
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

  /** Delivers an extract, and returns when that is confirmed. */
  interface Carrier {
    void deliver(Extract extract) throws DeliveryFailed;
  }

  /** Sends all that is due and was not confirmed in this run of the night. */
  DeliveryResult send(List<Audience> audiences, Carrier carrier) {
    var ledger = new DeliveryLedger(night);
    var dispatched = new DeliveryResult();
    var held = DestinationState.held(db, night.date());
    var addresses = addresses(held, audiences);
    ledger.forgetOthers(db, addresses);
    held.stream()
        .filter(each -> destinations.profile(each.getDestination()).isEmpty())
        .forEach(each -> dispatched.left(each.getAudience(), each.getDestination()));
    for (var address : addresses) {
      var confirmed = ledger.confirmed(db, address);
      if (confirmed.isPresent()) {
        dispatched.delivered(address, confirmed.get());
      } else if (!ledger.isDue(db, address)) {
        continue;
      } else if (dispatched.isAway(address.destination())) {
        dispatched.notTried(address);
      } else {
        inSession(address, night, state -> send(address, state, carrier, dispatched));
      }
    }
    return dispatched;
  }

  /**
   * Finds what each audience would change at its destinations, and notes it.
   *
   * @param transaction that sees the members who would be, and in which is noted
   */
  void rehearse(DSLContext transaction, List<Audience> audiences) {
    var ledger = new DeliveryLedger(night);
    var held = DestinationState.held(transaction, night.date());
    for (var address : addresses(held, audiences)) {
      inSession(
          address,
          afterAll(address),
          state -> {
            var tally = writer.tell(transaction, address, state);
            var change = state.compare(tally.rows());
            ledger.found(transaction, address, change, stops(ledger, transaction, address, change));
          });
    }
  }

  /** A night to which whatever was confirmed is the past. */
  private Night afterAll(Address address) {
    var state = DestinationState.confirmed(db, address.holding());
    var last =
        state == null || night.date().isAfter(state.getNight()) ? night.date() : state.getNight();
    return new Night(last.plusDays(1), night.revision());
  }

  private List<Address> addresses(List<StatesRecord> held, List<Audience> audiences) {
    var left = new ArrayList<>(held);
    var addresses = new ArrayList<Address>();
    for (var audience : audiences) {
      for (var name : audience.destinations()) {
        boolean isHeld =
            left.removeIf(
                each ->
                    each.getDestination().equals(name)
                        && each.getAudience().equals(audience.name()));
        if (isHeld || !audience.isEmptied()) {
          addresses.add(address(audience, name, destinations.profile(name).orElseThrow()));
        }
      }
    }
    for (var state : left) {
      destinations
          .profile(state.getDestination())
          .map(
              profile ->
                  address(Audience.ended(state.getAudience()), state.getDestination(), profile))
          .ifPresent(addresses::add);
    }
    return addresses;
  }

  private Address address(Audience audience, String destination, Profile profile) {
    var modes = EnumSet.copyOf(settings.files().getOrDefault(destination, List.of(FileKind.FULL)));
    var expiresOn = settings.expiresOn(destination, night.date());
    return new Address(audience, destination, profile, modes, expiresOn);
  }

  private interface Work {
    void with(DestinationState state) throws Exception;
  }

  private void inSession(Address address, Night as, Work work) {
    db.connection(
        connection -> {
          try (var state = new DestinationState(connection, address.holding(), as.date())) {
            work.with(state);
          }
        });
  }

  private void send(
      Address address, DestinationState state, Carrier carrier, DeliveryResult dispatched)
      throws Exception {
    if (state.isOver()) {
      sendLate(address, state, carrier, dispatched);
      return;
    }
    var ledger = new DeliveryLedger(night);
    var all = writer.writeAll(db, address, state);
    var change = state.compare(all.tally().rows());
    var stoppedFor = stops(ledger, db, address, change);
    if (stoppedFor != null) {
      ledger.found(db, address, change, stoppedFor);
      writer.discard(address, all);
      dispatched.stopped(address, stoppedFor);
      return;
    }
    ledger.found(db, address, change, null);
    var recorded = ledger.files(db, address);
    var extract = writer.complete(db, address, state, all, change, recorded);
    if (deliver(address, extract, carrier, dispatched)) {
      on(state.session())
          .transaction(
              transaction -> {
                state.advance(transaction.dsl(), extract.lines());
                ledger.delivered(transaction.dsl(), address, extract, now());
              });
      writer.tidy(extract);
    }
  }

  /** Why a change waits for an approval; null where it does not, or has it. */
  private @Nullable String stops(
      DeliveryLedger ledger, DSLContext on, Address address, ChangeCounts change) {
    var reason = settings.guard().stops(change);
    return reason != null && ledger.isApproved(on, address, change) ? null : reason;
  }

  /**
   * Sends a night that a later one has overtaken. What it told of differences stays as it was, for
   * the later nights go on from there.
   */
  private void sendLate(
      Address address, DestinationState state, Carrier carrier, DeliveryResult dispatched)
      throws Exception {
    if (!address.modes().equals(EnumSet.of(FileKind.FULL))) {
      dispatched.overtaken(address);
      return;
    }
    var ledger = new DeliveryLedger(night);
    var all = writer.writeAll(db, address, state);
    var change = new ChangeCounts(null, 0, all.tally().rows(), 0, 0, 0);
    var recorded = ledger.files(db, address);
    var extract = writer.complete(db, address, state, all, change, recorded);
    if (deliver(address, extract, carrier, dispatched)) {
      ledger.delivered(db, address, extract, now());
      writer.tidy(extract);
    }
  }

  private static boolean deliver(
      Address address, Extract extract, Carrier carrier, DeliveryResult dispatched) {
    try {
      carrier.deliver(extract);
      dispatched.delivered(address, extract.lines());
      return true;
    } catch (DeliveryFailed e) { // the other destinations get their files
      dispatched.failed(address, e);
      return false;
    }
  }

  private static DSLContext on(Connection session) {
    return DSL.using(session, SQLDialect.POSTGRES);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
