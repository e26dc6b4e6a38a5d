package dev.nightjar.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints everything that is stored about a person. */
@Command(
    name = "who",
    description = {
      "Print everything that is stored about a person, as JSON.",
      "It has the rows by table, and the extracts that contain the person."
    })
final class WhoCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "CUSTOMER", description = "Key of the customer.")
  private List<String> customers = new ArrayList<>();

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "E-mail address of the customer; --file keeps it out of the command line.")
  private List<String> emails = new ArrayList<>();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A file of keys and e-mail addresses, one per line; - for standard input.")
  private List<String> files = new ArrayList<>();

  @Override
  public void run() {
    var asked = new PersonArguments().customers(customers).emails(emails).files(files);
    if (asked.isNobody()) {
      throw new ParameterException(
          spec.commandLine(), "No person is given: use CUSTOMER, --email or --file");
    }
    try (var session = nightjar.open()) {
      var found = new LinkedHashMap<String, List<JsonNode>>();
      session
          .personalData()
          .about(asked.named())
          .forEach(
              (table, rows) ->
                  found.put(table, rows.stream().map(JsonMapper.shared()::readTree).toList()));
      Json.print(found);
    }
  }
}
