package dev.nightjar.alerts;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;

/** Sends alerts by HTTP POST. */
final class WebhookChannel implements AlertChannel {
  private static final int OK = 200;
  private static final int NO_LONGER_OK = 300;

  private final String name;
  private final AlertsSettings.Webhook settings;
  private final Duration timeout;

  WebhookChannel(String name, AlertsSettings.Webhook settings, Duration timeout) {
    this.name = name;
    this.settings = settings;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "webhooks." + name;
  }

  @Override
  public void send(Alert alert) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(Objects.requireNonNull(settings.address()))
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(AlertJson.of(alert, settings.format())));
    if (settings.token() != null) {
      request.header("Authorization", "Bearer " + settings.token().strip());
    }
    var client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status < OK || status >= NO_LONGER_OK) {
      throw new IOException("the address answered with HTTP status " + status);
    }
  }
}
