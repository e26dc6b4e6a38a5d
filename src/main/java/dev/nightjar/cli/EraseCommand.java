package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.ports.PersonalData.Erased;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Erases people. */
@Command(
    name = "erase",
    description = {
      "Erase people: from every table, the landing files and the delivered extracts.",
      "Their orders stay in the books under a pseudonym. No later file can bring",
      "them back. This cannot be undone. If it is interrupted, run the same command again.",
      "Needs privacy.secret."
    })
final class EraseCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(
      names = "--customer",
      paramLabel = "KEY",
      description = "Key of a customer. Can be repeated.")
  private List<String> customers = new ArrayList<>();

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description =
          "E-mail address of a customer. Can be repeated. Other users of this machine can see a command"
              + " line, and the shell keeps it: prefer --file.")
  private List<String> emails = new ArrayList<>();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A file of keys and e-mail addresses, one per line; - for standard input.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    var asked = new PersonArguments().customers(customers).emails(emails).files(files);
    if (asked.isNobody()) {
      throw new ParameterException(
          spec.commandLine(), "Nobody to erase: give --customer, --email or --file");
    }
    try (var session = nightjar.open()) {
      var strangers = session.personalData().strangers(asked.named());
      var erased = session.personalData().erase(asked.named());
      if (json) {
        Json.print(erased);
      } else {
        asked
            .lines(strangers)
            .forEach(each -> System.out.printf("Nobody is known by %s (a typing error?).%n", each));
        print(erased, session.ledger().newest());
      }
      PurgeCommand.refusePending(erased.pending());
    }
  }

  private static void print(Erased erased, Optional<Ledger.Entry> newest) {
    if (erased.pseudonyms().isEmpty()) {
      System.out.println("All of them were erased before.");
    }
    erased.pseudonyms().forEach(each -> System.out.printf("Erased; in the books now %s%n", each));
    if (erased.rows().isEmpty() && !erased.pseudonyms().isEmpty()) {
      System.out.println(
          "Nothing was stored about them (a typing error?). Later files cannot bring them in.");
    }
    if (!erased.rows().isEmpty()) {
      var table = new TextTable(1, "Table", "Rows");
      erased.rows().forEach((name, rows) -> table.row(name, "%,d".formatted(rows)));
      System.out.print(table);
    }
    System.out.printf(
        "%s removed.%n",
        Counted.of(erased.landingFiles(), "landing file was", "landing files were"));
    System.out.printf(
        "%s withdrawn.%n", Counted.of(erased.extracts().size(), "extract was", "extracts were"));
    erased.extracts().forEach(each -> System.out.println("  " + each));
    if (erased.sharing() > 0) {
      System.out.printf(
          "%s the same e-mail address or phone number; they lost name and"
              + " address too, and the next extracts are without them.%n",
          Counted.of(erased.sharing(), "other customer has", "other customers have"));
    }
    System.out.println(
        erased.extracts().isEmpty() || newest.isEmpty()
            ? "Next: nightjar run (the next extracts are without them)"
            : "Next: nightjar run --date %s --again (delivers the night's extracts without them)"
                .formatted(newest.get().night()));
  }
}
