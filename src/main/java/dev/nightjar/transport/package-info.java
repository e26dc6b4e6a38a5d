/**
 * Where files come from and go to: a folder, an SFTP server, an S3 bucket.
 *
 * <p>In: the settings of a server or bucket, paths below it, and the files of {@code routes}.<br>
 * Out: Camel routes that are started with those settings, for files that come and files that go;
 * files listed, read back, renamed and removed through a {@link dev.nightjar.transport.FileStore},
 * the same for all three; exceptions of libraries as one of five faults. What takes rows and no
 * files is in {@code api}.
 */
@NullMarked
package dev.nightjar.transport;

import org.jspecify.annotations.NullMarked;
