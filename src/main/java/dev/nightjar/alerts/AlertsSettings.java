package dev.nightjar.alerts;

import dev.nightjar.home.Checked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom nights alert, and when. Without a webhook, an e-mail address or a command, nobody.
 *
 * @param on what is worth an alert
 * @param console address of the console, for a link
 * @param overdueAfter time without a finished night after which that is an alert
 * @param repeatAfter time after which the same alert is sent again
 * @param timeout how long one attempt can take
 * @param retries further attempts after the first, with growing pauses; what fails still is sent
 *     with the next command
 * @param webhooks addresses that take a message by HTTP POST, by name
 * @param email mail server and recipients
 * @param commands programs that take the message as JSON on their standard input, by name
 */
@ConfigurationProperties("alerts")
record AlertsSettings(
    @DefaultValue({"failure", "warning", "approval", "overdue", "recovery"}) List<Alert.Kind> on,
    @Nullable URI console,
    @DefaultValue("26h") Duration overdueAfter,
    @DefaultValue("24h") Duration repeatAfter,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("2") @Min(0) @Max(10) int retries,
    @DefaultValue Map<String, @Valid Webhook> webhooks,
    @Nullable @Valid Email email,
    @DefaultValue Map<String, @Valid Command> commands)
    implements Checked {

  /** The body that a webhook takes. */
  enum Format {
    /** A JSON object with every fact as a key. */
    GENERIC,
    /** What Slack, and many others, take: an object with a text. */
    SLACK,
    /** An adaptive card, as a workflow of Microsoft Teams takes it. */
    TEAMS
  }

  /**
   * An address that takes a message by HTTP POST.
   *
   * @param address the address; it is as good as a password, so it belongs in a variable: {@code
   *     ${NIGHTJAR_SLACK}}
   * @param format of the body
   * @param token sent as a bearer token; none for no token
   */
  record Webhook(
      @Nullable URI address, @DefaultValue("generic") Format format, @Nullable String token) {}

  /** How the connection to the mail server is encrypted. */
  enum Security {
    /** Begins in clear and must be encrypted before anything else. */
    STARTTLS,
    TLS,
    NONE
  }

  /**
   * A mail server and recipients.
   *
   * @param host of the mail server
   * @param port of the mail server
   * @param security how the connection is encrypted
   * @param user none if the server wants no login
   * @param password of the user
   * @param from address of the sender
   * @param to addresses of the recipients
   */
  record Email(
      @DefaultValue("localhost") String host,
      @DefaultValue("587") @Min(1) @Max(65535) int port,
      @DefaultValue("starttls") Security security,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("nightjar@localhost") String from,
      @DefaultValue List<String> to) {}

  /**
   * A program.
   *
   * @param run the program and its arguments
   */
  record Command(@DefaultValue List<String> run) {}

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    addPositive(problems, "overdue-after", overdueAfter);
    addPositive(problems, "repeat-after", repeatAfter);
    addPositive(problems, "timeout", timeout);
    webhooks.forEach(
        (name, hook) -> {
          var address = hook.address();
          if (address == null
              || address.getHost() == null
              || !String.valueOf(address.getScheme()).matches("https?")) {
            problems.add("webhooks.%s.address: must be an http or https address".formatted(name));
          }
        });
    if (email != null && email.to().isEmpty()) {
      problems.add("email.to: must not be empty");
    }
    if (email != null && (email.user() == null) != (email.password() == null)) {
      problems.add("email.user: user and password are needed together");
    }
    commands.forEach(
        (name, command) -> {
          if (command.run().isEmpty()) {
            problems.add("commands.%s.run: must not be empty".formatted(name));
          }
        });
    return problems;
  }

  private static void addPositive(List<String> problems, String key, Duration duration) {
    if (duration.toMillis() < 1) {
      problems.add(key + ": must be above zero");
    }
  }
}
