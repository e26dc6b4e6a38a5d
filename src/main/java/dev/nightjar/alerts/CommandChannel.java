package dev.nightjar.alerts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Hands alerts to a program, as JSON on its standard input. */
final class CommandChannel implements AlertChannel {
  private final String name;
  private final AlertsSettings.Command settings;
  private final Duration timeout;

  CommandChannel(String name, AlertsSettings.Command settings, Duration timeout) {
    this.name = name;
    this.settings = settings;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "commands." + name;
  }

  @Override
  public void send(Alert alert) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(settings.run())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("NIGHTJAR_ALERT_TITLE", alert.title());
    builder.environment().put("NIGHTJAR_ALERT_TEXT", alert.text());
    var process = builder.start();
    try {
      write(process, AlertJson.of(alert, AlertsSettings.Format.GENERIC));
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the program took longer than alerts.timeout");
      }
      if (process.exitValue() != 0) {
        throw new IOException("the program ended with exit code " + process.exitValue());
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** A program can end without having read its input. */
  private static void write(Process process, String json) {
    try (var input = process.getOutputStream()) {
      input.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // its exit code says whether all is well
    }
  }
}
