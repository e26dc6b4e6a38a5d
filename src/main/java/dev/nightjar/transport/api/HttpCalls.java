package dev.nightjar.transport.api;

import dev.nightjar.transport.HttpFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls to one address: encrypted, in limited time, and never sent on to another address. */
final class HttpCalls {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int NO_LONGER_OK = 300;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** What is wrong with an address. */
  static void addProblems(List<String> problems, @Nullable URI url) {
    if (url == null || url.getHost() == null || url.getScheme() == null) {
      problems.add(".url: must be an address, such as https://crm.example.org/audiences");
    } else if (!url.getScheme().equals("https")
        && !(url.getScheme().equals("http") && HERE.contains(url.getHost()))) {
      problems.add(".url: must begin with https://, as it gets personal data");
    } else if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      problems.add(".url: must have no user, query or fragment; give a secret as token");
    }
  }

  /** A request with its time limit. */
  static HttpRequest.Builder request(URI url) {
    return HttpRequest.newBuilder(url).timeout(ANSWER);
  }

  /**
   * Sends a request.
   *
   * @return what was answered
   * @throws HttpFault if the answer is not one of success
   */
  String send(HttpRequest request) throws IOException, InterruptedException {
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() < OK || answer.statusCode() >= NO_LONGER_OK) {
      throw new HttpFault(answer.statusCode(), retryAfter(answer));
    }
    return answer.body();
  }

  /** Seconds, or a date, which is compared with that of the answer and not with a clock here. */
  private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
    var text = answer.headers().firstValue("Retry-After").map(String::strip).orElse("");
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    var until = date(Optional.of(text));
    var from = date(answer.headers().firstValue("Date"));
    return until == null || from == null || until.isBefore(from)
        ? null
        : Duration.between(from, until);
  }

  private static @Nullable ZonedDateTime date(Optional<String> text) {
    try {
      return text.map(each -> ZonedDateTime.parse(each, DateTimeFormatter.RFC_1123_DATE_TIME))
          .orElse(null);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
