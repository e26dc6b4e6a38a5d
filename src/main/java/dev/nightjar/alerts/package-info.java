/**
 * How people on call are reached: what an alert says, and the webhooks, mail servers and programs
 * that take it.
 *
 * <p>In: what became of a night, and the settings {@code alerts}.<br>
 * Out: messages, and {@code var/alerts.json}, which remembers them.
 */
@NullMarked
package dev.nightjar.alerts;

import org.jspecify.annotations.NullMarked;
