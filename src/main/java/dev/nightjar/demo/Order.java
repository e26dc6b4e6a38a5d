package dev.nightjar.demo;

import java.time.LocalDateTime;

/** The values that all lines of an order share. */
record Order(String number, LocalDateTime at, String customerId, String payment, String channel) {}
