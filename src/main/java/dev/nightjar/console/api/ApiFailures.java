package dev.nightjar.console.api;

import dev.nightjar.home.Failure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jooq.exception.DataAccessException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;

/** Keeps failures of the API from the pages that show failures to people, and from the log. */
@ControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiFailures {

  /** What is thrown on becomes a problem outside the dispatcher. */
  @ExceptionHandler({Failure.class, DataAccessException.class})
  void pass(RuntimeException thrown) {
    throw thrown;
  }

  /** A body that cannot be read can be about a person: what the parser says of it is not logged. */
  @ExceptionHandler(HttpMessageNotReadableException.class)
  void refuse(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }
}
