/**
 * Where files come from and go to: a folder, an SFTP server, an S3 bucket.
 *
 * <p>In: the settings of a server or bucket, and paths below it.<br>
 * Out: files listed, read back, renamed and removed through a {@link
 * dev.nightjar.transport.FileStore}, the same for all three.
 */
@NullMarked
package dev.nightjar.transport;

import org.jspecify.annotations.NullMarked;
