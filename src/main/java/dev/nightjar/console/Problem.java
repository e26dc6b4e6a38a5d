package dev.nightjar.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error of the JSON API, as RFC 9457 has it.
 *
 * @param type names the kind of error
 * @param title what happened, the same for every error of its type
 * @param status of HTTP
 * @param detail what happened this time, and what to do
 * @param code null for errors that have nothing to do with nights
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FailureCode code) {
  private static final String DESCRIPTION = "/api/v1/openapi.yaml";

  /** A failure with a code. */
  static Problem of(Failure failure, HttpStatus status) {
    var code = failure.code();
    return new Problem(
        "urn:nightjar:" + code,
        code.meaning(),
        status.value(),
        String.valueOf(failure.getMessage()),
        code);
  }

  /** An error without a code. */
  static Problem of(HttpStatus status) {
    return new Problem(
        "about:blank", status.getReasonPhrase(), status.value(), detail(status), null);
  }

  /** Never what came with the request, which can be about a person. */
  private static String detail(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED ->
          "The request has no valid token. Next: nightjar token create, and send it as"
              + " Authorization: Bearer TOKEN";
      case FORBIDDEN ->
          "The role of the token does not allow the request. Next: nightjar token create --role"
              + " ROLE";
      case TOO_MANY_REQUESTS ->
          "The token was used too often in the last minute. Next: wait as long as Retry-After says";
      case CONTENT_TOO_LARGE, LENGTH_REQUIRED ->
          "The body of the request is too long, or does not say how long it is. Next: see "
              + DESCRIPTION;
      case INTERNAL_SERVER_ERROR ->
          "Nightjar could not answer. Next: see var/nightjar.log on its machine";
      default -> "The request is not one that the API knows. Next: see " + DESCRIPTION;
    };
  }
}
