package dev.nightjar.console;

import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.console.accounts.Tokens;
import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.operations.NightCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The web pages of a home while {@code nightjar serve} runs. */
public final class Console implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");
  private static final String RESOURCES = "classpath:/dev/nightjar/console/";

  private final AnnotationConfigServletWebServerApplicationContext context;
  private final String address;

  private Console(AnnotationConfigServletWebServerApplicationContext context, String address) {
    this.context = context;
    this.address = address;
  }

  /** Whether the settings want the console. */
  public static boolean isWanted(ApplicationContext pipeline) {
    return pipeline.getBean(ConsoleSettings.class).enabled();
  }

  /**
   * Starts to answer requests. A console that cannot start keeps no night from running.
   *
   * @param pipeline with a database that is up to date
   * @param commands run nights
   * @param screen gets a line with the address, or with the reason why there is none
   * @return null if the console cannot start
   */
  public static @Nullable Console start(
      ApplicationContext pipeline, NightCommands commands, Consumer<String> screen) {
    // the web server writes to the console by itself
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var settings = pipeline.getBean(ConsoleSettings.class);
    var context = new AnnotationConfigServletWebServerApplicationContext();
    context.setParent(pipeline);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource("console", properties(settings, pipeline.getBean(Home.class))));
    context.registerBean(NightCommands.class, () -> commands);
    context.register(WebConfiguration.class);
    try {
      context.refresh();
    } catch (RuntimeException e) {
      context.close();
      LOG.warn("the console does not start", e);
      screen.accept(refusal(e, settings));
      return null;
    }
    var console =
        new Console(
            context,
            "%s://%s:%d/"
                .formatted(
                    settings.hasTls() ? "https" : "http",
                    settings.host(),
                    context.getWebServer().getPort()));
    screen.accept("Console: " + console.address);
    return console;
  }

  /** Where the pages are, such as {@code http://127.0.0.1:8480/}. */
  public String address() {
    return address;
  }

  /** Every address with its method, such as {@code GET /nights/{night}}. */
  public List<String> routes() {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(
            each ->
                each.getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            each.getPatternValues().stream().map(path -> method + " " + path)))
        .sorted()
        .toList();
  }

  /** The accounts of the console. */
  public Accounts accounts() {
    return context.getBean(Accounts.class);
  }

  /** The tokens of the JSON API. */
  public Tokens tokens() {
    return context.getBean(Tokens.class);
  }

  @Override
  public void close() {
    context.close();
  }

  private static String refusal(RuntimeException thrown, ConsoleSettings settings) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException || cause instanceof PortInUseException) {
        return "The console does not start: another program uses port %d.%nNext: set console.port, or console.enabled: false"
            .formatted(settings.port());
      }
    }
    return "The console does not start; see var/nightjar.log.%nNext: ops/runbook.md, \"The console does not start\""
        .formatted();
  }

  private static Map<String, Object> properties(ConsoleSettings settings, Home home) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("server.address", settings.host());
    properties.put("server.port", settings.port());
    properties.put("server.forward-headers-strategy", settings.behindProxy() ? "native" : "none");
    if (settings.hasTls()) {
      properties.put("server.ssl.certificate", "file:" + settings.certificate());
      properties.put("server.ssl.certificate-private-key", "file:" + settings.key());
    }
    properties.put("server.compression.enabled", true);
    properties.put("server.tomcat.threads.max", 40);
    properties.put("server.servlet.session.timeout", settings.idle());
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("server.servlet.session.cookie.name", "nightjar");
    properties.put("server.servlet.session.cookie.http-only", true);
    // people come back from the login service by a link, and need the session that they left
    properties.put(
        "server.servlet.session.cookie.same-site", settings.oidc().isWanted() ? "lax" : "strict");
    properties.put("spring.servlet.multipart.location", uploads(home).toString());
    properties.put("spring.servlet.multipart.max-file-size", "64MB");
    properties.put("spring.servlet.multipart.max-request-size", "65MB");
    properties.put("spring.web.resources.cache.period", "1d");
    properties.put("spring.web.resources.static-locations", RESOURCES + "static/");
    properties.put("spring.thymeleaf.prefix", RESOURCES + "templates/");
    properties.put("spring.web.error.whitelabel.enabled", false);
    return properties;
  }

  /** Where uploaded files are while they are shown; nobody else can read them. */
  private static Path uploads(Home home) {
    try {
      var folder = home.var().resolve("uploads");
      PrivateFiles.makeFolders(folder);
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
