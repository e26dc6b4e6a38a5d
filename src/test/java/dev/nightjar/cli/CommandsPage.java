package dev.nightjar.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The reference of all commands, from picocli's model of them. */
final class CommandsPage {
  private final StringBuilder page = new StringBuilder();

  private CommandsPage() {}

  static String of(CommandLine nightjar) {
    var page = new CommandsPage();
    nightjar.setUsageHelpAutoWidth(false);
    page.addSummary(nightjar);
    page.addTable("Options of every command", nightjar.getCommandSpec().options());
    nightjar.getSubcommands().values().stream().distinct().forEach(each -> page.add("## ", each));
    page.addExitCodes(nightjar.getCommandSpec());
    return page.page.toString().stripTrailing() + "\n";
  }

  private void addSummary(CommandLine nightjar) {
    page.append("| command | what it does |\n|---|---|\n");
    nightjar.getSubcommands().values().stream()
        .distinct()
        .forEach(
            each -> {
              var name = each.getCommandSpec().qualifiedName();
              page.append(
                  "| [`%s`](#%s) | %s |\n"
                      .formatted(name, name.replace(' ', '-'), cell(firstLine(each))));
            });
    page.append('\n');
  }

  private static String firstLine(CommandLine command) {
    var description = command.getCommandSpec().usageMessage().description();
    return description.length == 0 ? "" : text(description[0]);
  }

  private void add(String level, CommandLine command) {
    var spec = command.getCommandSpec();
    page.append(level).append(spec.qualifiedName()).append("\n\n");
    page.append(description(spec)).append("\n\n");
    page.append("```text\n").append(synopsis(command)).append("\n```\n\n");
    addTable("Arguments", spec.positionalParameters());
    addTable("Options", spec.options().stream().filter(each -> !each.inherited()).toList());
    var footer = Arrays.stream(spec.usageMessage().footer()).map(CommandsPage::text).toList();
    if (!footer.isEmpty()) {
      page.append(String.join("\n", footer).strip()).append("\n\n");
    }
    command.getSubcommands().values().stream().distinct().forEach(each -> add("### ", each));
  }

  private static String description(CommandSpec spec) {
    return Arrays.stream(spec.usageMessage().description())
        .map(CommandsPage::text)
        .collect(Collectors.joining("\n"));
  }

  /** As its help shows it, without colours. */
  private static String synopsis(CommandLine command) {
    var help = command.getHelpFactory().create(command.getCommandSpec(), plain());
    return help.synopsis(0).strip();
  }

  private static Help.ColorScheme plain() {
    return new Help.ColorScheme.Builder(Help.Ansi.OFF).build();
  }

  private void addTable(String heading, List<? extends ArgSpec> arguments) {
    var shown = arguments.stream().filter(each -> !each.hidden()).toList();
    if (shown.isEmpty()) {
      return;
    }
    page.append("| %s | |\n|---|---|\n".formatted(heading.toLowerCase(java.util.Locale.ROOT)));
    shown.forEach(
        each ->
            page.append(
                "| `%s` | %s |\n"
                    .formatted(
                        name(each),
                        cell(
                            Arrays.stream(each.renderedDescription())
                                .collect(Collectors.joining(" "))))));
    page.append('\n');
  }

  private static String name(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return argument.paramLabel();
    }
    var names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
  }

  private void addExitCodes(CommandSpec nightjar) {
    page.append("## Exit codes\n\n| code | meaning |\n|---|---|\n");
    nightjar
        .usageMessage()
        .exitCodeList()
        .forEach((code, meaning) -> page.append("| %s | %s |\n".formatted(code, cell(meaning))));
  }

  private static String text(String description) {
    return description.replace("%n", "\n").replace("%%", "%");
  }

  private static String cell(String text) {
    return text(text).strip().replace("|", "\\|").replace("\n", " ");
  }
}
