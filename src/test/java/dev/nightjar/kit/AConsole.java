package dev.nightjar.kit;

import dev.nightjar.console.Console;
import dev.nightjar.console.accounts.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The console of a shop, and people who use it without a browser. */
public final class AConsole {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Console console;

  /** Lines that {@code serve} would print. */
  public final List<String> screen;

  private AConsole(Console console, List<String> screen) {
    this.console = console;
    this.screen = screen;
  }

  /** Opens the console of a shop, whose database is brought up to date, on a free port. */
  public static void of(Shop shop, Consumer<AConsole> use) {
    of(shop, command -> 0, use);
  }

  /**
   * Opens the console of a shop on a free port.
   *
   * @param commands run the command that a button gives, and return its exit code
   */
  public static void of(Shop shop, ToIntFunction<List<String>> commands, Consumer<AConsole> use) {
    shop.with("console.port=0");
    shop.open(
        pipeline -> {
          pipeline.getBean(dev.nightjar.database.Database.class).migrate();
          var screen = new ArrayList<String>();
          try (var console = Console.start(pipeline, commands::applyAsInt, screen::add)) {
            if (console == null) {
              throw new AssertionError(screen);
            }
            use.accept(new AConsole(console, screen));
          }
          return null;
        });
  }

  /** Where it is, without a slash at the end. */
  public String address() {
    return console.address().replaceFirst("/$", "");
  }

  /** Makes an account, and returns its password. */
  public String account(String name, Role role) {
    return console.accounts().put(name, role);
  }

  public void removeAccount(String name) {
    console.accounts().remove(name);
  }

  /** Every address of the pages and the API, such as {@code GET /nights/{night}}. */
  public List<String> routes() {
    return console.routes();
  }

  /** Somebody who is not logged in. */
  public Visitor visitor() {
    return new Visitor(address(), null);
  }

  /** A program with a token of a role, and of that name. */
  public Visitor withToken(Role role) {
    console.tokens().remove(role.toString());
    return withToken(
        console.tokens().create(role.toString(), role, Duration.ofDays(1)).orElseThrow());
  }

  /** A program with a token, or with something that is none. */
  public Visitor withToken(String token) {
    return new Visitor(address(), token);
  }

  public void removeToken(Role role) {
    console.tokens().remove(role.toString());
  }

  /** Somebody who is logged in with a role, in an account of that name. */
  public Visitor loggedIn(Role role) {
    var password = account(role.toString(), role);
    var visitor = visitor();
    visitor.logIn(role.toString(), password);
    return visitor;
  }

  /** Somebody with a browser's cookies, or with a token. */
  public static final class Visitor {
    private final String address;
    private final @Nullable String token;
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Visitor(String address, @Nullable String token) {
      this.address = address;
      this.token = token;
    }

    /** Fills in the login form. */
    public HttpResponse<String> logIn(String name, String password) {
      return post("/login", Map.of("username", name, "password", password));
    }

    public HttpResponse<String> get(String path) {
      return send(request(path).GET());
    }

    /** Posts a form with the token of a form that was shown before. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
      var token = CSRF.matcher(get(path.equals("/login") ? path : "/nights").body());
      var fields = new java.util.TreeMap<>(form);
      if (token.find()) {
        fields.put("_csrf", token.group(1));
      }
      return postWithoutToken(path, fields);
    }

    /** Posts a form as a page of somebody else does it. */
    public HttpResponse<String> postWithoutToken(String path, Map<String, String> form) {
      var body =
          form.entrySet().stream()
              .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postJson(String path, String json) {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
      var request = HttpRequest.newBuilder(URI.create(address + path));
      return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return http.send(
            request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** Sends a request whose answer is no text. */
    public HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
      try {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
