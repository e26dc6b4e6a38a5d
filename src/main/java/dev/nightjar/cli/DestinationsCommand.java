package dev.nightjar.cli;

import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the destinations. */
@Command(
    name = "destinations",
    description =
        "List the destinations, what each accepts, and when its profile was last checked.")
final class DestinationsCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var profiles = session.destinations().profiles();
      if (json) {
        Json.print(profiles.entrySet().stream().map(DestinationsCommand::story).toList());
      } else {
        System.out.print(table(profiles));
        System.out.println("Next: nightjar lint, or add one in config/destinations.yaml");
      }
    }
  }

  private static TextTable table(Map<String, Profile> profiles) {
    var table =
        new TextTable(
            8,
            "Destination",
            "Version",
            "Checked on",
            "Format",
            "Channel",
            "Purpose",
            "Removal",
            "Source",
            "Columns",
            "Hashed",
            "Least rows");
    profiles.forEach(
        (name, each) ->
            table.row(
                name,
                each.version(),
                each.checkedOn().toString(),
                each.extension().substring(1),
                each.channel(),
                each.purpose() == null ? "any" : each.purpose(),
                each.removal().toString(),
                each.source(),
                String.valueOf(each.columns().size()),
                String.valueOf(each.columns().stream().filter(Column::hashed).count()),
                String.valueOf(Math.max(each.warnBelow(), each.requireAtLeast()))));
    return table;
  }

  private static Map<String, Object> story(Map.Entry<String, Profile> named) {
    var profile = named.getValue();
    var story = new LinkedHashMap<String, Object>();
    story.put("destination", named.getKey());
    story.put("version", profile.version());
    story.put("source", profile.source());
    story.put("checked-on", profile.checkedOn().toString());
    story.put("format", profile.format().toString());
    story.put("extension", profile.extension());
    story.put("channel", profile.channel());
    story.put("notes", profile.notes());
    story.put("purpose", profile.purpose());
    story.put("removal", profile.removal().toString());
    story.put("warn-below", profile.warnBelow());
    story.put("require-at-least", profile.requireAtLeast());
    story.put("max-rows", profile.maxRows());
    story.put("max-bytes", profile.maxBytes() == null ? null : profile.maxBytes().toBytes());
    story.put("columns", columns(profile));
    return story;
  }

  private static List<Map<String, Object>> columns(Profile profile) {
    return profile.columns().stream()
        .map(
            column -> {
              var story = new LinkedHashMap<String, Object>();
              story.put("header", column.header());
              story.put("field", column.field() == null ? null : column.field().toString());
              if (column.name() != null) {
                story.put("name", column.name());
              }
              story.put("hashed", column.hashed());
              return (Map<String, Object>) story;
            })
        .toList();
  }
}
