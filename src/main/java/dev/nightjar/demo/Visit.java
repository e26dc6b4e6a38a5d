package dev.nightjar.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A moment at which somebody buys; without a shopper it is a guest. */
record Visit(LocalDateTime at, @Nullable Shopper shopper) {
  String customerId() {
    return shopper == null ? "" : shopper.id();
  }

  boolean isBigSpender() {
    return shopper != null && shopper.habit() == Habit.BIG_SPENDER;
  }
}
