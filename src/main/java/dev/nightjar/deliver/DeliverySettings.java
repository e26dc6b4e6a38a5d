package dev.nightjar.deliver;

import dev.nightjar.transport.S3Bucket;
import dev.nightjar.transport.SftpServer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how the extracts of one destination are delivered: to a folder, an SFTP server or an S3
 * bucket. With none of them, to {@code deliver.folder}.
 *
 * @param folder below which they go
 * @param sftp server to which they go
 * @param s3 bucket to which they go
 * @param retries how often a step that failed is tried again
 * @param retention how long they are kept; null for as long as {@code deliver.retention} says
 * @param parameters values of the profile's parameters, by audience
 */
record DeliverySettings(
    @Nullable Path folder,
    @Nullable @Valid SftpServer sftp,
    @Nullable @Valid S3Bucket s3,
    @Min(0) @Max(10) @DefaultValue("3") int retries,
    @Nullable Period retention,
    @DefaultValue Map<String, Map<String, String>> parameters) {
  /** The settings of a destination that has none. */
  static final DeliverySettings NONE = new DeliverySettings(null, null, null, 3, null, Map.of());

  /** What is wrong, one line each, beginning with the key. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (Stream.of(folder, sftp, s3).filter(Objects::nonNull).count() > 1) {
      problems.add("folder: is one of folder, sftp and s3; give one of them");
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
