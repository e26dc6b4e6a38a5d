package dev.nightjar.deliver;

import static dev.nightjar.db.audiences.Tables.DESTINATIONS;
import static dev.nightjar.db.audiences.Tables.EXCLUSIONS;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.falseCondition;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Profile;
import dev.nightjar.home.Counted;
import dev.nightjar.identity.Refusal;
import dev.nightjar.pipeline.Night;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of an extract: a Frictionless data package (https://datapackage.org), with the
 * night in a key of its own.
 */
final class Manifest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String SHA256 = "sha256:";

  private final Night night;
  private final DeliveryTarget target;
  private final Audience audience;
  private final Profile profile;

  Manifest(Night night, DeliveryTarget target) {
    this.night = night;
    this.target = target;
    this.audience = target.audience();
    this.profile = target.profile();
  }

  /** The text of a manifest. */
  byte[] of(DSLContext db, Extract extract) {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("name", audience.name() + "-" + night.date());
    var resources = new ArrayList<Map<String, Object>>();
    extract.data().forEach((kind, data) -> addResources(resources, kind, data.files()));
    manifest.put("resources", resources);
    manifest.put("nightjar", story(db, extract));
    return JSON.writeValueAsBytes(manifest);
  }

  private void addResources(
      List<Map<String, Object>> resources, FileKind kind, List<DataFile> files) {
    for (int number = 1; number <= files.size(); number++) {
      var name = audience.name() + (kind == FileKind.FULL ? "" : "-" + kind);
      resources.add(
          resource(files.size() == 1 ? name : name + "-" + number, kind, files.get(number - 1)));
    }
  }

  /** The files that a manifest lists, by name; empty if there is no manifest. */
  static Function<String, Optional<DataFile>> files(Path manifest) throws IOException {
    var files = new LinkedHashMap<String, DataFile>();
    if (Files.exists(manifest)) {
      for (var resource : JSON.readTree(Files.readAllBytes(manifest)).path("resources")) {
        var file = file(resource);
        files.put(file.name(), file);
      }
    }
    return name -> Optional.ofNullable(files.get(name));
  }

  private static DataFile file(JsonNode resource) {
    var hash = resource.path("hash").asString("");
    return new DataFile(
        resource.path("path").asString(""),
        resource.path("rows").asLong(0),
        resource.path("bytes").asLong(0),
        hash.replace(SHA256, ""),
        resource.path("plain-hash").asString(hash).replace(SHA256, ""),
        resource.path("recipients").asString(""));
  }

  private Map<String, Object> resource(String name, FileKind kind, DataFile file) {
    var resource = file.described(name, target.profile(kind, night));
    resource.put("mode", kind.toString());
    resource.put("bytes", file.bytes());
    resource.put("rows", file.rows());
    resource.put("hash", SHA256 + file.hash());
    if (!file.plainHash().equals(file.hash())) {
      resource.put("plain-hash", SHA256 + file.plainHash());
    }
    if (!file.recipients().isEmpty()) {
      resource.put("recipients", file.recipients());
    }
    return resource;
  }

  private Map<String, Object> story(DSLContext db, Extract extract) {
    var story = new LinkedHashMap<String, Object>();
    story.put("night", night.date().toString());
    story.put("revision", night.revision());
    story.put("segment", audience.segment());
    story.put("description", audience.description());
    story.put("action", audience.action());
    story.put("channel", audience.channel());
    story.put("offer", audience.offer());
    story.put("destination", target.destination());
    story.put("profile", profile());
    story.put(
        "mode", extract.data().keySet().stream().map(FileKind::toString).collect(joining(", ")));
    story.putAll(members(db, extract));
    story.put("changes", changes(extract.change()));
    story.put("cells-left-empty", extract.tally().cells(profile.columns()));
    story.put("expires-on", target.expiresOn().toString());
    story.put("warnings", warnings(target, extract));
    return story;
  }

  private Map<String, Object> profile() {
    var story = new LinkedHashMap<String, Object>();
    story.put("version", profile.version());
    story.put("source", profile.source());
    story.put("checked-on", profile.checkedOn().toString());
    if (!profile.notes().isEmpty()) {
      story.put("notes", profile.notes());
    }
    return story;
  }

  private static Map<String, Object> changes(ChangeCounts change) {
    var changes = new LinkedHashMap<String, Object>();
    changes.put("since", change.since() == null ? null : change.since().toString());
    changes.put("before", change.before());
    changes.put("added", change.added());
    changes.put("changed", change.changed());
    changes.put("removed", change.removed());
    return changes;
  }

  /** Members are published ones and each exclusion; if it is emptied or waits, there are none. */
  private Map<String, Object> members(DSLContext db, Extract extract) {
    var isOfAudience =
        audience.isEmptied() || target.waitsFor() != null
            ? falseCondition()
            : EXCLUSIONS.AUDIENCE.eq(audience.name());
    var exclusions = new LinkedHashMap<String, Long>();
    db.fetch(EXCLUSIONS, EXCLUSIONS.NIGHT.eq(night.date()), isOfAudience)
        .sortAsc(EXCLUSIONS.POSITION)
        .forEach(each -> exclusions.put(each.getExclusion(), each.getCustomers()));
    if (!exclusions.isEmpty()) {
      db.fetch(
              DESTINATIONS,
              DESTINATIONS.NIGHT.eq(night.date()),
              DESTINATIONS.AUDIENCE.eq(audience.name()),
              DESTINATIONS.DESTINATION.eq(target.destination()))
          .forEach(
              here -> {
                exclusions.merge("channel-opted-out", here.getChannelOptedOut(), Long::sum);
                exclusions.merge("no-consent", here.getNoConsent(), Long::sum);
              });
    }
    exclusions.put("no-usable-identifier", extract.tally().withoutIdentifier());
    var story = new LinkedHashMap<String, Object>();
    story.put(
        "members", extract.lines() + exclusions.values().stream().mapToLong(Long::longValue).sum());
    story.put("published", extract.lines());
    story.put("exclusions", exclusions);
    return story;
  }

  /** What people are to know of an extract, one line each. */
  static List<String> warnings(DeliveryTarget target, Extract extract) {
    var warnings = new ArrayList<String>();
    if (target.waitsFor() != null) {
      warnings.add("only people who refused were taken out, the rest waits: " + target.waitsFor());
    } else if (target.audience().isEmptied()) {
      warnings.add("nobody of this audience is sent any more: who was there is to be removed");
    }
    addSize(warnings, target, extract);
    addRefusedRows(warnings, target, extract);
    emptyCells(target, extract).forEach(each -> warnings.add(each.line()));
    if (target.profile().flagsLeavers() && !target.hasRemoves()) {
      warnings.add(
          "customers who leave keep their flag: add adds to deliver.files." + target.destination());
    }
    return warnings;
  }

  /** What the destination will not use, for the line of the stage: columns in full if most is. */
  static List<String> unused(DeliveryTarget target, Extract extract) {
    var warnings = new ArrayList<String>();
    addSize(warnings, target, extract);
    var columns = emptyCells(target, extract);
    columns.stream().filter(EmptyCells::areMost).forEach(each -> warnings.add(each.line()));
    var others = columns.stream().filter(each -> !each.areMost()).toList();
    if (!others.isEmpty()) {
      warnings.add(
          "%s left empty in %s (nightjar audiences says why)"
              .formatted(
                  Counted.of(others.stream().mapToLong(EmptyCells::count).sum(), "cell"),
                  String.join(", ", others.stream().map(EmptyCells::column).toList())));
    }
    addRefusedRows(warnings, target, extract);
    return warnings;
  }

  private static void addRefusedRows(
      List<String> warnings, DeliveryTarget target, Extract extract) {
    if (extract.batches() != null && extract.batches().refused() > 0) {
      warnings.add(
          "%s refused %s; its own log says why"
              .formatted(target.destination(), Counted.of(extract.batches().refused(), "row")));
    }
  }

  private static void addSize(List<String> warnings, DeliveryTarget target, Extract extract) {
    var profile = target.profile();
    if (extract.isWithheld()) {
      warnings.add(
          "withheld: %s takes no list of fewer than %,d people, and this one has %,d"
              .formatted(target.destination(), profile.requireAtLeast(), extract.lines()));
      if (extract.change().refused() > 0) {
        warnings.add(
            "%,d people who refused are still at %s: remove them there"
                .formatted(extract.change().refused(), target.destination()));
      }
    } else if (extract.lines() < profile.warnBelow() && !target.isEmptied()) {
      warnings.add(
          "%s uses no list of fewer than %,d people, and this one has %,d"
              .formatted(target.destination(), profile.warnBelow(), extract.lines()));
    }
  }

  /**
   * Cells of a column left empty, as the destination would not take the values.
   *
   * @param people with a row, or left out for want of this cell
   */
  private record EmptyCells(String column, Map<Refusal, Long> reasons, long people) {
    private long count() {
      return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    private boolean areMost() {
      return 2 * count() > people;
    }

    private String line() {
      return "%s is left empty for %,d of %,d people: %s"
          .formatted(
              column,
              count(),
              people,
              reasons.entrySet().stream()
                  .map(each -> "%,d %s".formatted(each.getValue(), each.getKey()))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static List<EmptyCells> emptyCells(DeliveryTarget target, Extract extract) {
    var tally = extract.tally();
    long people = tally.rows() + tally.withoutIdentifier();
    return tally.cells(target.profile().columns()).entrySet().stream()
        .map(each -> new EmptyCells(each.getKey(), each.getValue(), people))
        .toList();
  }
}
