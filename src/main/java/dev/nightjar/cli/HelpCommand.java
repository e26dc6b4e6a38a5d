package dev.nightjar.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of another command, as its --help does. */
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Name of the command.")
  private List<String> names = new ArrayList<>();

  @Override
  public void run() {
    var command = spec.parent().commandLine();
    for (var name : names) {
      var subcommand = command.getSubcommands().get(name);
      if (subcommand == null) {
        throw new ParameterException(
            command,
            "There is no command %s; there are: %s"
                .formatted(name, String.join(", ", command.getSubcommands().keySet())));
      }
      command = subcommand;
    }
    command.usage(System.out);
  }
}
