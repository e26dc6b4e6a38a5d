package dev.nightjar.console;

import dev.nightjar.drawings.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in, and what is asked without being logged in. */
@Controller
class FrontPage {
  private static final String STYLE = text("static/console.css") + Theme.css();

  private final DSLContext db;
  private final boolean hasOidc;

  FrontPage(DSLContext db, ConsoleSettings settings) {
    this.db = db;
    this.hasOidc = settings.oidc().isWanted();
  }

  @GetMapping("/")
  String start() {
    return "redirect:/nights";
  }

  @GetMapping("/login")
  String login(Model page) {
    page.addAttribute("hasOidc", hasOidc);
    return "login";
  }

  /** The one style, with the colours of drawings. */
  @GetMapping("/console.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
        .body(STYLE);
  }

  /** Whether pages can be shown, in a word. */
  @GetMapping(value = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> health() {
    try {
      db.selectOne().fetch();
      return ResponseEntity.ok("up\n");
    } catch (DataAccessException e) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("down\n");
    }
  }

  private static String text(String name) {
    try (InputStream in = FrontPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
