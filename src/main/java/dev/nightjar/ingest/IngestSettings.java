package dev.nightjar.ingest;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files come from and what they are.
 *
 * @param landing folder of the landing files
 * @param folder inbox on this machine
 * @param sftp inboxes on SFTP servers, by name
 * @param s3 inboxes in S3 buckets, by name
 * @param sources feeds of files, by name
 */
@ConfigurationProperties("ingest")
record IngestSettings(
    @DefaultValue("var/landing") Path landing,
    @DefaultValue Folder folder,
    @DefaultValue Map<String, @Valid Sftp> sftp,
    @DefaultValue Map<String, @Valid S3> s3,
    @DefaultValue Map<String, @Valid Source> sources)
    implements Checked {
  private static final Pattern INBOX_NAME = Pattern.compile("[a-z0-9]+");

  /** What becomes of a file on its server when it has landed. */
  enum After {
    /** It moves to the folder {@code .landed} beside it. */
    ARCHIVE,
    DELETE
  }

  /**
   * @param enabled whether files are taken from a folder of this machine
   * @param path of the inbox
   * @param minAge a file that was written less long ago may still grow, and is waited for
   */
  record Folder(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("inbox") Path path,
      @DefaultValue("2s") Duration minAge) {}

  /**
   * @param host of the server
   * @param port of the server
   * @param path of the inbox, below the login folder unless it begins with /
   * @param user login name
   * @param password of the user; none where the key file lets in
   * @param keyFile private key of the user
   * @param passphrase of the key file
   * @param knownHosts file with the server's key, without which nothing is fetched
   * @param doneFile name of the empty file that says that a file is whole, {@code {name}} being the
   *     file's; none where files come without
   * @param after what becomes of a file that has landed
   * @param minAge a file that was written less long ago may still grow, and is waited for
   */
  record Sftp(
      @DefaultValue("") String host,
      @Min(1) @Max(65535) @DefaultValue("22") int port,
      @DefaultValue("inbox") String path,
      @DefaultValue("nightjar") String user,
      @Nullable String password,
      @Nullable Path keyFile,
      @Nullable String passphrase,
      @DefaultValue("config/known_hosts") Path knownHosts,
      @Nullable String doneFile,
      @DefaultValue("archive") After after,
      @DefaultValue("10s") Duration minAge) {
    static final String NAME = "{name}";

    private List<String> problems() {
      var problems = new ArrayList<String>();
      if (host.isBlank()) {
        problems.add("host: is missing");
      }
      if (password == null && keyFile == null) {
        problems.add("password: is missing, and so is key-file");
      }
      if (doneFile != null && (!doneFile.contains(NAME) || doneFile.equals(NAME))) {
        problems.add("done-file: must be " + NAME + " and more, as {name}.done");
      }
      if (minAge.isNegative()) {
        problems.add("min-age: is negative");
      }
      return problems;
    }
  }

  /**
   * @param bucket that holds the files
   * @param prefix of the inbox's keys
   * @param after what becomes of an object that has landed
   * @param archivePrefix to which a landed object moves
   * @param region of the bucket
   * @param endpoint of a store that is not AWS's own
   * @param pathStyle whether the bucket's name goes into the path and not into the host's name;
   *     where it is not given, it does with an endpoint
   */
  record S3(
      @DefaultValue("") String bucket,
      @DefaultValue("inbox/") String prefix,
      @DefaultValue("archive") After after,
      @DefaultValue("landed/") String archivePrefix,
      @DefaultValue("eu-west-1") String region,
      @Nullable URI endpoint,
      @Nullable Boolean pathStyle) {

    /** What becomes of an object when it has landed. */
    enum After {
      ARCHIVE,
      DELETE,
      /** It stays, and is tagged {@code nightjar=landed}. */
      TAG
    }

    boolean isPathStyle() {
      return pathStyle == null ? endpoint != null : pathStyle;
    }

    private List<String> problems() {
      var problems = new ArrayList<String>();
      if (bucket.isBlank()) {
        problems.add("bucket: is missing");
      }
      var folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
      if (after == After.ARCHIVE
          && (!archivePrefix.endsWith("/") || archivePrefix.equals(folder))) {
        // what lies right below the prefix's own folder would be fetched again
        problems.add("archive-prefix: must end with / and be another folder than the prefix's");
      }
      return problems;
    }
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    sources.forEach((name, each) -> add(problems, "sources", name, each.problems()));
    sftp.forEach((name, each) -> add(problems, "sftp", name, each.problems()));
    s3.forEach((name, each) -> add(problems, "s3", name, each.problems()));
    Stream.of(Map.entry("sftp", sftp), Map.entry("s3", s3))
        .forEach(
            each ->
                each.getValue().keySet().stream()
                    .filter(name -> !INBOX_NAME.matcher(name).matches())
                    // a variable could not tell web-shop from webshop, nor either from webShop
                    .forEach(
                        name ->
                            problems.add(
                                each.getKey() + "." + name + ": is no name of a-z and 0-9")));
    if (folder.minAge().isNegative()) {
      problems.add("folder.min-age: is negative");
    }
    return problems;
  }

  @Override
  public List<Offers> offers() {
    var attributes = new TreeSet<String>();
    var suppressions = new TreeSet<String>();
    sources.forEach(
        (name, source) -> {
          attributes.addAll(source.attributes().keySet());
          if (source.feed() == Feed.SUPPRESSIONS) {
            suppressions.add(name);
          }
        });
    return List.of(new Offers.Sources(attributes, List.copyOf(suppressions)));
  }

  private static void add(List<String> all, String section, String name, List<String> problems) {
    problems.forEach(problem -> all.add(section + "." + name + "." + problem));
  }

  /**
   * The name of the source that takes a file: of those whose pattern fits, the one with the longest
   * pattern; null where none fits.
   */
  @Nullable String sourceOf(String fileName) {
    if (MendedRejects.isName(fileName)) {
      return MendedRejects.SOURCE;
    }
    return sources.entrySet().stream()
        .filter(each -> each.getValue().fits(fileName))
        .max(
            Comparator.comparing(
                    (Map.Entry<String, Source> each) -> each.getValue().files().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
