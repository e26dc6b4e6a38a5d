package dev.nightjar.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file on a disk that can fail. Every format is read through this, which
 * distinguishes a failing disk from what libraries throw about damaged bytes.
 */
final class FileBytes implements SeekableByteChannel {
  private final SeekableByteChannel channel;

  FileBytes(Path file) throws IOException {
    channel = onDisk(() -> Files.newByteChannel(file));
  }

  /** The disk failed, which is not a fault of the file. */
  static final class Unreadable extends IOException {
    Unreadable(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** What can fail on a disk. */
  interface OnDisk<T> {
    T get() throws IOException;
  }

  static <T> T onDisk(OnDisk<T> read) throws Unreadable {
    try {
      return read.get();
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return onDisk(() -> channel.read(into));
  }

  @Override
  public long position() throws IOException {
    return onDisk(channel::position);
  }

  @Override
  public SeekableByteChannel position(long at) throws IOException {
    if (at < 0) {
      throw new IOException("a place before the file");
    }
    onDisk(() -> channel.position(at));
    return this;
  }

  @Override
  public long size() throws IOException {
    return onDisk(channel::size);
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
