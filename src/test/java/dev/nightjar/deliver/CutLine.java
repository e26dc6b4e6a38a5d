package dev.nightjar.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line to a server of this machine, one connection of which is cut after so many bytes. */
final class CutLine implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int port;
  private final int which;
  private final int bytes;

  /**
   * @param port of the server
   * @param which connection is cut, counted from 1
   * @param bytes that it brings from the server before
   */
  CutLine(int port, int which, int bytes) throws IOException {
    this.port = port;
    this.which = which;
    this.bytes = bytes;
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      for (int number = 1; ; number++) {
        var client = listening.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), port);
        int most = number == which ? bytes : Integer.MAX_VALUE;
        threads.execute(() -> carry(client, server, Integer.MAX_VALUE));
        threads.execute(() -> carry(server, client, most));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static void carry(Socket from, Socket to, int most) {
    try (from;
        to) {
      carry(from.getInputStream(), to.getOutputStream(), most);
    } catch (IOException e) {
      // the other direction was cut
    }
  }

  private static void carry(InputStream in, OutputStream out, int most) throws IOException {
    var buffer = new byte[1 << 13];
    int left = most;
    while (left > 0) {
      int read = in.read(buffer, 0, Math.min(left, buffer.length));
      if (read < 0) {
        return;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
