package dev.nightjar.console;

import dev.nightjar.operations.MetricsFile;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of the nights for Prometheus, which has the token or is on this machine. */
@Controller
class MetricsPage {
  /** A proxy on this machine asks for somebody elsewhere. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final MetricsFile metrics;
  private final @Nullable String token;

  MetricsPage(MetricsFile metrics, ConsoleSettings settings) {
    this.metrics = metrics;
    this.token = settings.metricsToken();
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics(HttpServletRequest request) throws UnknownHostException {
    return isAllowed(request)
        ? ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
            .body(metrics.text())
        : ResponseEntity.status(HttpStatus.UNAUTHORIZED)
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
            .body("");
  }

  private boolean isAllowed(HttpServletRequest request) throws UnknownHostException {
    if (token != null) {
      var given = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
      return MessageDigest.isEqual(bytes("Bearer " + token), bytes(given));
    }
    return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
        && FORWARDED.stream().allMatch(each -> request.getHeader(each) == null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
