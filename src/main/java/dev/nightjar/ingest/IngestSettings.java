package dev.nightjar.ingest;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.identity.Channels;
import dev.nightjar.transport.S3Bucket;
import dev.nightjar.transport.SftpServer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files come from and what they contain.
 *
 * @param landing folder of the landing files
 * @param poll pause after which a night that waits for a required file looks for it again
 * @param folder inbox on this machine
 * @param sftp inboxes on SFTP servers, by name
 * @param s3 inboxes in S3 buckets, by name
 * @param sources feeds of files, by name
 */
@ConfigurationProperties("ingest")
record IngestSettings(
    @DefaultValue("var/landing") Path landing,
    @DefaultValue("1m") Duration poll,
    @DefaultValue Folder folder,
    @DefaultValue Map<String, @Valid Sftp> sftp,
    @DefaultValue Map<String, @Valid S3> s3,
    @DefaultValue Map<String, @Valid Source> sources)
    implements Checked {
  /** The source of files of mended rejects, which need no description. */
  static final String MENDED_REJECTS = "mended-rejects";

  private static final Pattern INBOX_NAME = Pattern.compile("[a-z0-9]+");

  /** What happens to a file on its server when it has landed. */
  enum After {
    /** It moves to the subfolder {@code .landed}. */
    ARCHIVE,
    DELETE
  }

  /**
   * @param enabled whether files are taken from a folder of this machine
   * @param path of the inbox
   * @param minAge a file written more recently can still be incomplete, and waits
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
   * @param password of the user; none if the key file is enough
   * @param keyFile private key of the user
   * @param passphrase of the key file
   * @param knownHosts file with the server's host key; required
   * @param doneFile name of the empty file that marks a file as complete, with {@code {name}} for
   *     the file's name; none if files come without one
   * @param after what happens to a file that has landed
   * @param minAge a file written more recently can still be incomplete, and waits
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
      var problems = new ArrayList<>(server().problems());
      if (doneFile != null && (!doneFile.contains(NAME) || doneFile.equals(NAME))) {
        problems.add(".done-file: must be " + NAME + " and more, such as {name}.done");
      }
      if (minAge.isNegative()) {
        problems.add(".min-age: is negative");
      }
      return problems;
    }

    /** The folder, as for files that go the other way. */
    SftpServer server() {
      return new SftpServer(host, port, path, user, password, keyFile, passphrase, knownHosts);
    }
  }

  /**
   * @param bucket that holds the files
   * @param prefix of the inbox's keys
   * @param after what happens to an object that has landed
   * @param archivePrefix to which a landed object moves
   * @param region of the bucket
   * @param endpoint of a store other than AWS
   * @param pathStyle whether the bucket's name is in the path instead of the host name; by default,
   *     only with an endpoint
   */
  record S3(
      @DefaultValue("") String bucket,
      @DefaultValue("inbox/") String prefix,
      @DefaultValue("archive") After after,
      @DefaultValue("landed/") String archivePrefix,
      @DefaultValue("eu-west-1") String region,
      @Nullable URI endpoint,
      @Nullable Boolean pathStyle) {

    /** What happens to an object when it has landed. */
    enum After {
      ARCHIVE,
      DELETE,
      /** It stays, and is tagged {@code nightjar=landed}. */
      TAG
    }

    /** The keys, as for files that go the other way. */
    S3Bucket keys() {
      return new S3Bucket(bucket, prefix, region, endpoint, pathStyle);
    }

    private List<String> problems() {
      var problems = new ArrayList<>(keys().problems());
      var folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
      if (after == After.ARCHIVE
          && (!archivePrefix.endsWith("/") || archivePrefix.equals(folder))) {
        // objects directly below the prefix's own folder would be fetched again
        problems.add(".archive-prefix: must end with / and be another folder than the prefix's");
      }
      return problems;
    }
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    sources.forEach((name, each) -> add(problems, "sources." + name + ".", each.problems()));
    sftp.forEach((name, each) -> add(problems, "sftp." + name, each.problems()));
    s3.forEach((name, each) -> add(problems, "s3." + name, each.problems()));
    Stream.of(Map.entry("sftp", sftp), Map.entry("s3", s3))
        .forEach(
            each ->
                each.getValue().keySet().stream()
                    .filter(name -> !INBOX_NAME.matcher(name).matches())
                    // an environment variable cannot distinguish web-shop, webshop and webShop
                    .forEach(
                        name ->
                            problems.add(
                                each.getKey() + "." + name + ": is not a name of a-z and 0-9")));
    if (poll.isNegative() || poll.isZero()) {
      problems.add("poll: is not a positive duration (expected: 1m)");
    }
    if (folder.minAge().isNegative()) {
      problems.add("folder.min-age: is negative");
    }
    return problems;
  }

  @Override
  public List<Offers> offers() {
    var attributes = new TreeSet<String>();
    var suppressions = new TreeSet<String>();
    var feeds = new TreeMap<String, String>();
    sources.forEach(
        (name, source) -> {
          if (source.feed() != null) {
            feeds.put(name, source.feed().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          }
          attributes.addAll(source.attributes().keySet());
          if (source.feed() == Feed.SUPPRESSIONS) {
            suppressions.add(name);
          }
        });
    return List.of(new Offers.Sources(attributes, List.copyOf(suppressions), feeds));
  }

  @Override
  public List<String> problems(Vocabulary vocabulary) {
    var problems = new ArrayList<String>();
    if (!vocabulary.purposes().isEmpty()) {
      sources.forEach((name, source) -> addUnknownPurposes(problems, name, source, vocabulary));
    }
    return problems;
  }

  /** A consent that nobody asks for, such as one with a typing error, would keep nobody out. */
  private static void addUnknownPurposes(
      List<String> problems, String name, Source source, Vocabulary vocabulary) {
    if (source.feed() == null) {
      return;
    }
    for (var field : source.mappedFields()) {
      var purpose = source.feed().purpose(field);
      if (purpose != null
          && !vocabulary.purposes().contains(purpose)
          && !isChannelToCome(purpose)) {
        problems.add(
            "sources.%s.columns.%s: is the purpose of no audience and no destination%s"
                .formatted(name, field, vocabulary.purposesLike(purpose)));
      }
    }
  }

  /** Shops ask for consent by channel before an audience uses it; ads are for advertising. */
  private static boolean isChannelToCome(String purpose) {
    return !purpose.equals("ads")
        && Channels.of(purpose).filter(named -> named.equals(Set.of(purpose))).isPresent();
  }

  private static void add(List<String> all, String key, List<String> problems) {
    problems.forEach(problem -> all.add(key + problem));
  }

  /**
   * The name of the source that takes a file: of the matching patterns, the longest wins; null if
   * none matches.
   */
  @Nullable String sourceOf(String fileName) {
    if (fileName.matches("nightjar-rejects-.*\\.csv")) {
      return MENDED_REJECTS;
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
