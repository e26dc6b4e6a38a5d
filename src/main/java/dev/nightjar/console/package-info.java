/**
 * The web pages and the JSON API of {@code nightjar serve}: who can see them, what they share, and
 * the server itself. Each topic has a package of its own below this one.
 *
 * <p>In: answers of {@code views}, read by a role that can only read; accounts and tokens.<br>
 * Out: pages, JSON and metrics; nights are run, stopped and approved only by the commands and ports
 * that the command line uses, and each such step is in the audit.
 */
@NullMarked
package dev.nightjar.console;

import org.jspecify.annotations.NullMarked;
