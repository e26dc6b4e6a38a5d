package dev.nightjar.publish;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how the extracts of one destination are delivered: to a folder, an SFTP server or an S3
 * bucket. With none of them, to {@code publish.folder}.
 *
 * @param folder below which they go
 * @param sftp server to which they go
 * @param s3 bucket to which they go
 * @param retries how often a step that failed is tried again
 * @param retention how long they are kept; null for as long as {@code publish.retention} says
 */
record DeliverySettings(
    @Nullable Path folder,
    @Nullable @Valid Sftp sftp,
    @Nullable @Valid S3 s3,
    @Min(0) @Max(10) @DefaultValue("3") int retries,
    @Nullable Period retention) {
  /** Of a destination of which nothing is said. */
  static final DeliverySettings NONE = new DeliverySettings(null, null, null, 3, null);

  /**
   * @param host of the server
   * @param path of the folder, below the login folder unless it begins with /; it must be there
   * @param password of the user; none where the key file lets in
   * @param keyFile private key of the user
   * @param passphrase of the key file
   * @param knownHosts file with the server's key, without which nothing is delivered
   */
  record Sftp(
      @DefaultValue("") String host,
      @Min(1) @Max(65535) @DefaultValue("22") int port,
      @DefaultValue("") String path,
      @DefaultValue("nightjar") String user,
      @Nullable String password,
      @Nullable Path keyFile,
      @Nullable String passphrase,
      @DefaultValue("config/known_hosts") Path knownHosts) {

    private List<String> problems() {
      var problems = new ArrayList<String>();
      if (host.isBlank()) {
        problems.add("sftp.host: is missing");
      }
      if (password == null && keyFile == null) {
        problems.add("sftp.password: is missing, and so is key-file");
      }
      addUnset(problems, "sftp.password", password);
      addUnset(problems, "sftp.passphrase", passphrase);
      return problems;
    }

    /** A value that names a variable which is not set stays as it is written. */
    private static void addUnset(List<String> problems, String key, @Nullable String secret) {
      if (secret != null && secret.matches("\\$\\{[^}]*}")) {
        problems.add(key + ": names a variable that is not set");
      }
    }
  }

  /**
   * @param bucket that takes the files
   * @param prefix of their keys
   * @param endpoint of a store that is not AWS's own
   * @param pathStyle whether the bucket's name goes into the path and not into the host's name;
   *     where it is not given, it does with an endpoint
   */
  record S3(
      @DefaultValue("") String bucket,
      @DefaultValue("") String prefix,
      @DefaultValue("eu-west-1") String region,
      @Nullable URI endpoint,
      @Nullable Boolean pathStyle) {

    boolean isPathStyle() {
      return pathStyle == null ? endpoint != null : pathStyle;
    }

    private List<String> problems() {
      var problems = new ArrayList<String>();
      if (bucket.isBlank()) {
        problems.add("s3.bucket: is missing");
      }
      if (!prefix.isEmpty() && (!prefix.endsWith("/") || prefix.startsWith("/"))) {
        problems.add("s3.prefix: must end with / and not begin with it, as extracts/");
      }
      return problems;
    }
  }

  /** What is wrong, one line each, beginning with the key. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (Stream.of(folder, sftp, s3).filter(Objects::nonNull).count() > 1) {
      problems.add("folder: is one of folder, sftp and s3; give one of them");
    }
    if (sftp != null) {
      problems.addAll(sftp.problems());
    }
    if (s3 != null) {
      problems.addAll(s3.problems());
    }
    if (retention != null && !isPositive(retention)) {
      problems.add("retention: looks ahead or nowhere; it must be positive, as P90D");
    }
    return problems;
  }

  static boolean isPositive(Period period) {
    return !period.isNegative() && !period.isZero();
  }
}
