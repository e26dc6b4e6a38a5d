package dev.nightjar.cli;

import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.console.accounts.Role;
import dev.nightjar.console.accounts.Tokens;
import dev.nightjar.home.Counted;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The tokens of the JSON API. */
@Command(name = "token", description = "Create, remove and list the tokens of the JSON API.")
final class TokenCommand implements Runnable {
  private static final int LONGEST_DAYS = 366;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

  @ParentCommand private NightjarCommand nightjar;

  @Spec private CommandSpec command;

  @Override
  public void run() {
    command.commandLine().usage(System.out);
  }

  @Command(
      name = "create",
      description = {
        "Create a token, and show it once, on the last line.",
        "Programs send it as Authorization: Bearer TOKEN."
      })
  void create(
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description =
                  "viewer, marketing (also customers) or ops (also runs and approves nights).")
          Role role,
      @Option(
              names = "--days",
              paramLabel = "NUMBER",
              defaultValue = "90",
              description = "Days until it expires, at most 366 (default: ${DEFAULT-VALUE}).")
          int days,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "Name for the record (default: the role with a number).")
          @Nullable String name) {
    refuse(name, days);
    try (var session = nightjar.open()) {
      var tokens = tokens(session);
      var chosen = name == null ? tokens.freeName(role) : name;
      var secret = tokens.create(chosen, role, Duration.ofDays(days));
      if (secret.isEmpty()) {
        throw wrong(
            "There is a token %1$s already. Next: choose another --name, or nightjar token remove %1$s"
                .formatted(chosen));
      }
      System.out.printf(
          "Token %s (%s), valid for %s (shown only now):%n%s%n",
          chosen, role, Counted.of(days, "day"), secret.get());
    }
  }

  private void refuse(@Nullable String name, int days) {
    if (name != null && !Accounts.isName(name)) {
      throw wrong(
          "'%s' is not a name of a token (expected: small letters, digits, . _ and -)"
              .formatted(name));
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw wrong("--days is %d (expected: 1 to %d)".formatted(days, LONGEST_DAYS));
    }
  }

  @Command(name = "remove", description = "Remove a token, which is refused from then on.")
  void remove(@Parameters(paramLabel = "NAME", description = "Name of the token.") String name) {
    try (var session = nightjar.open()) {
      if (!tokens(session).remove(name)) {
        throw wrong("There is no token %s. Next: nightjar token list".formatted(name));
      }
      System.out.printf("Token %s is removed.%n", name);
    }
  }

  @Command(name = "list", description = "List the tokens.")
  void list() {
    try (var session = nightjar.open()) {
      var all = tokens(session).all();
      if (all.isEmpty()) {
        System.out.println("There is no token yet.\nNext: nightjar token create --role viewer");
        return;
      }
      var now = OffsetDateTime.now(session.clock());
      var table = new TextTable(4, "Name", "Role", "Created", "Expires");
      for (var each : all) {
        var expires = moment(each.expiresAt());
        table.row(
            each.name(),
            each.role().toString(),
            moment(each.createdAt()),
            each.expiresAt().isAfter(now) ? expires : expires + ", expired");
      }
      System.out.print(table);
    }
  }

  private static String moment(OffsetDateTime moment) {
    return MOMENT.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private static Tokens tokens(Session session) {
    return new Tokens(session.published(), session.clock());
  }
}
