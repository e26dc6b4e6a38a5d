package dev.nightjar.database;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port of an embedded server.
 *
 * @param file remembers the port of the first start
 * @param wanted the port in the settings; null for a free one
 */
record ServerPort(Path file, @Nullable Integer wanted) {
  /** Below the ports that Linux and macOS use for outgoing connections. */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;

  /** The port on which the server would listen and another program does. */
  Optional<Integer> blocked() throws IOException {
    var port = known();
    return port.isPresent() && !isFree(port.get()) ? port : Optional.empty();
  }

  /** The port in the settings, or that of the first start; empty before it. */
  private Optional<Integer> known() throws IOException {
    if (wanted == null && Files.exists(file)) {
      return Optional.of(Integer.valueOf(Files.readString(file)));
    }
    return Optional.ofNullable(wanted);
  }

  /**
   * The port for a start.
   *
   * @throws Failure {@link FailureCode#DATABASE_AWAY} if another program listens there
   */
  int choose() throws IOException {
    var known = known();
    if (known.isEmpty()) {
      int free = free();
      PrivateFiles.write(file, String.valueOf(free).getBytes(StandardCharsets.UTF_8));
      return free;
    }
    if (blocked().isPresent()) {
      throw new Failure(
          FailureCode.DATABASE_AWAY,
          """
          The embedded PostgreSQL cannot start: another program listens on its port %d.
          Next: end that program, or give the server another port, as with --set=db.port=%d\
          """
              .formatted(known.get(), free()));
    }
    return known.get();
  }

  private static int free() throws IOException {
    var random = new SecureRandom();
    int port;
    do {
      port = LOWEST + random.nextInt(HIGHEST - LOWEST);
    } while (!isFree(port));
    return port;
  }

  private static boolean isFree(int port) throws IOException {
    for (var address : InetAddress.getAllByName("localhost")) {
      try (var socket = new ServerSocket(port, 1, address)) {
        socket.getLocalPort();
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
