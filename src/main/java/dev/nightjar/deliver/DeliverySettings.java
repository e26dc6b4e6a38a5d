package dev.nightjar.deliver;

import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Format;
import dev.nightjar.destinations.Profile;
import dev.nightjar.transport.S3Bucket;
import dev.nightjar.transport.SftpServer;
import dev.nightjar.transport.api.HttpsEndpoint;
import dev.nightjar.transport.api.KlaviyoAccount;
import dev.nightjar.transport.api.RowsFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how the extracts of one destination are delivered: to a folder, an SFTP server or an S3
 * bucket. With none of them, to {@code deliver.folder}. An address of your own and Klaviyo get no
 * files, but their rows in batches.
 *
 * @param folder below which they go
 * @param sftp server to which they go
 * @param s3 bucket to which they go
 * @param https address that takes their rows in batches
 * @param klaviyo account whose lists take their rows
 * @param retries how often a step that failed is tried again
 * @param retention how long they are kept; null for as long as {@code deliver.retention} says
 * @param parameters values of the profile's parameters, by audience
 */
record DeliverySettings(
    @Nullable Path folder,
    @Nullable @Valid SftpServer sftp,
    @Nullable @Valid S3Bucket s3,
    @Nullable @Valid HttpsEndpoint https,
    @Nullable @Valid KlaviyoAccount klaviyo,
    @Min(0) @Max(10) @DefaultValue("3") int retries,
    @Nullable Period retention,
    @DefaultValue Map<String, Map<String, String>> parameters) {
  /** The settings of a destination that has none. */
  static final DeliverySettings NONE =
      new DeliverySettings(null, null, null, null, null, 3, null, Map.of());

  /** Whether rows go there in batches, and no files. */
  boolean takesBatches() {
    return https != null || klaviyo != null;
  }

  /** How large a batch can be. */
  RowsFile.Limits limits(boolean isRemoval) {
    return https != null ? https.limits() : Objects.requireNonNull(klaviyo).limits(isRemoval);
  }

  /** The parameters of an audience. */
  Map<String, String> parametersOf(String audience) {
    return parameters.getOrDefault(audience, Map.of());
  }

  /** What is wrong, one line each, beginning with the key. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (Stream.of(folder, sftp, s3, https, klaviyo).filter(Objects::nonNull).count() > 1) {
      problems.add("folder: is one of folder, sftp, s3, https and klaviyo; give one of them");
    }
    if (https != null) {
      https.problems().forEach(problem -> problems.add("https" + problem));
    }
    if (klaviyo != null) {
      klaviyo.problems().forEach(problem -> problems.add("klaviyo" + problem));
    }
    if (sftp != null) {
      sftp.problems().forEach(problem -> problems.add("sftp" + problem));
    }
    if (s3 != null) {
      s3.problems().forEach(problem -> problems.add("s3" + problem));
      if (!s3.prefix().isEmpty() && (!s3.prefix().endsWith("/") || s3.prefix().startsWith("/"))) {
        problems.add("s3.prefix: must end with / and not begin with it, such as extracts/");
      }
    }
    if (retention != null && !isPositive(retention)) {
      problems.add("retention: must be a positive period, such as P90D");
    }
    return problems;
  }

  /**
   * Why rows of a destination cannot go in batches, one line each.
   *
   * @param kinds of files that it gets
   */
  List<String> batchProblems(String name, List<FileKind> kinds, Profile profile) {
    var problems = new ArrayList<String>();
    if (!Set.copyOf(kinds).equals(Set.of(FileKind.REMOVES, FileKind.ADDS))) {
      problems.add(
          "deliver.files.%1$s: must be [removes, adds], as %1$s takes batches".formatted(name));
    }
    if (profile.format() != Format.NDJSON
        || profile.compression() != Format.Compression.NONE
        || profile.encryption().isOn()) {
      problems.add(
          "destinations.profiles.%1$s.format: must be ndjson, neither packed nor encrypted, as %1$s takes batches"
              .formatted(name));
    }
    if (klaviyo != null && profile.columns().stream().anyMatch(Column::clears)) {
      problems.add(
          "destinations.profiles.%s.columns: Klaviyo's import cannot empty what it knows; leave out clears"
              .formatted(name));
    }
    return problems;
  }

  /**
   * One line for each audience without a list of its own: people who leave one audience can stay in
   * another.
   */
  List<String> listProblems(String name, List<String> audiences) {
    var problems = new ArrayList<String>();
    var owners = new HashMap<String, String>();
    for (var audience : klaviyo == null ? List.<String>of() : audiences) {
      var key =
          "deliver.deliveries.%s.parameters.%s.%s".formatted(name, audience, KlaviyoAccount.LIST);
      var list = parametersOf(audience).getOrDefault(KlaviyoAccount.LIST, "");
      var owner = list.isBlank() ? null : owners.putIfAbsent(list, audience);
      if (list.isBlank()) {
        problems.add(key + ": is missing; it says which list at Klaviyo takes the rows");
      } else if (owner != null) {
        problems.add(
            "%s: is the list of %s too; each audience needs its own".formatted(key, owner));
      }
    }
    return problems;
  }

  /** One line for each parameter that is not among those of the profile. */
  List<String> unknownParameters(Set<String> known) {
    var problems = new ArrayList<String>();
    parameters.forEach(
        (audience, values) ->
            values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(
                    name ->
                        "parameters.%s.%s: there is no parameter %s; there are: %s"
                            .formatted(
                                audience,
                                name,
                                name,
                                known.isEmpty() ? "none" : String.join(", ", known)))
                .forEach(problems::add));
    return problems;
  }

  static boolean isPositive(Period period) {
    return !period.isNegative() && !period.isZero();
  }
}
