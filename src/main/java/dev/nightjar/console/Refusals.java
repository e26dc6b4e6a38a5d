package dev.nightjar.console;

import dev.nightjar.home.Failure;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows why something cannot be shown, and what to do. */
@ControllerAdvice
class Refusals {

  @ExceptionHandler
  String refuse(Failure failure, Model page, HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    page.addAttribute("lines", List.of(failure.getMessage().split("\\R")));
    return "refused";
  }
}
