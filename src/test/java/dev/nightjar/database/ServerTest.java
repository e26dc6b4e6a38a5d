package dev.nightjar.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerTest {
  @Test
  void psqlFindsThePasswordInAHomeWithABlankInItsPath() {
    var server =
        new Server("jdbc:postgresql://localhost:5432/nightjar", "me", "x", Path.of("/a b/c+d"));
    assertThat(server.psqlUrl())
        .isEqualTo("postgresql://me@localhost:5432/nightjar?passfile=%2Fa%20b%2Fc%2Bd");
  }
}
