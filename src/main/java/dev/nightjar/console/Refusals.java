package dev.nightjar.console;

import dev.nightjar.database.DatabaseFault;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows failures with a code as pages that say what to do. */
@ControllerAdvice
class Refusals {

  @ExceptionHandler
  ModelAndView failure(Failure failure) {
    var status =
        failure.code() == FailureCode.DATABASE_AWAY || failure.code() == FailureCode.DATABASE_FULL
            ? HttpStatus.SERVICE_UNAVAILABLE
            : HttpStatus.CONFLICT;
    return new ModelAndView(
        "failure", Map.of("message", String.valueOf(failure.getMessage())), status);
  }

  @ExceptionHandler
  ModelAndView database(DataAccessException thrown) {
    if (!DatabaseFault.isAway(thrown)) {
      throw thrown;
    }
    return new ModelAndView("error", Map.of("status", 503), HttpStatus.SERVICE_UNAVAILABLE);
  }
}
