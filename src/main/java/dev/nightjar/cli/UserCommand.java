package dev.nightjar.cli;

import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.console.accounts.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The accounts of the console. */
@Command(name = "user", description = "Add, remove and list the accounts of the console.")
final class UserCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Spec private CommandSpec command;

  @Override
  public void run() {
    command.commandLine().usage(System.out);
  }

  @Command(
      name = "add",
      description = {
        "Add an account, and show its password once. An account that exists gets the role and a new",
        "password, and is logged out."
      })
  void add(
      @Parameters(paramLabel = "NAME", description = "Name: small letters, digits, . _ and -")
          String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "viewer, marketing (also customers and extracts) or ops (everything).")
          Role role) {
    if (!Accounts.isName(name)) {
      throw new ParameterException(
          command.commandLine(),
          "'%s' is not a name of an account (expected: small letters, digits, . _ and -)"
              .formatted(name));
    }
    try (var session = nightjar.open()) {
      var password = accounts(session).put(name, role);
      System.out.printf("Account %s (%s), password %s (shown only now)%n", name, role, password);
    }
  }

  @Command(name = "remove", description = "Remove an account, which is logged out.")
  void remove(@Parameters(paramLabel = "NAME", description = "Name of the account.") String name) {
    try (var session = nightjar.open()) {
      var accounts = accounts(session);
      if (!accounts.remove(name)) {
        throw new ParameterException(
            command.commandLine(),
            "There is no account %s. Next: nightjar user list".formatted(name));
      }
      System.out.printf("Account %s is removed.%n", name);
    }
  }

  @Command(name = "list", description = "List the accounts.")
  void list() {
    try (var session = nightjar.open()) {
      var all = accounts(session).all();
      if (all.isEmpty()) {
        System.out.println("There is no account yet.\nNext: nightjar user add ops --role ops");
        return;
      }
      var table = new TextTable(2, "Name", "Role");
      all.forEach(each -> table.row(each.name(), each.role().toString()));
      System.out.print(table);
    }
  }

  private static Accounts accounts(Session session) {
    return new Accounts(session.published(), session.clock());
  }
}
