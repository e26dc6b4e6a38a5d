/**
 * OpenPGP: files are encrypted to the keys of their readers, and signed.
 *
 * <p>In: files of keys, and a passphrase.<br>
 * Out: a stream that encrypts what is written.
 */
@NullMarked
package dev.nightjar.destinations.pgp;

import org.jspecify.annotations.NullMarked;
