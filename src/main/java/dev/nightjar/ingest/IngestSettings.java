package dev.nightjar.ingest;

import dev.nightjar.pipeline.Checked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files come from and what they are.
 *
 * @param landing folder of the landing files
 * @param folder inbox on this machine
 * @param sftp inbox on an SFTP server
 * @param s3 inbox in an S3 bucket
 * @param sources feeds of files, by name
 */
@ConfigurationProperties("ingest")
record IngestSettings(
    @DefaultValue("var/landing") Path landing,
    @DefaultValue Folder folder,
    @DefaultValue @Valid Sftp sftp,
    @DefaultValue S3 s3,
    @NotEmpty @DefaultValue Map<String, @Valid Source> sources)
    implements Checked {

  /**
   * @param path of the inbox
   * @param minAge a file that was written less long ago may still grow, and is waited for
   */
  record Folder(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("inbox") Path path,
      @DefaultValue("2s") Duration minAge) {}

  /**
   * @param host of the server
   * @param path of the inbox, below the login folder
   * @param password of the user; none where the key file lets in
   * @param keyFile private key of the user
   * @param knownHosts file with the server's key, without which nothing is fetched
   */
  record Sftp(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("localhost") String host,
      @Min(1) @Max(65535) @DefaultValue("22") int port,
      @DefaultValue("inbox") String path,
      @DefaultValue("nightjar") String user,
      @Nullable String password,
      @Nullable Path keyFile,
      @DefaultValue("config/known_hosts") Path knownHosts) {}

  /**
   * @param bucket that holds the files
   * @param prefix of the inbox's keys
   * @param archivePrefix to which a landed object moves
   * @param endpoint of a store that is not AWS's own
   */
  record S3(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("") String bucket,
      @DefaultValue("inbox/") String prefix,
      @DefaultValue("landed/") String archivePrefix,
      @DefaultValue("eu-west-1") String region,
      @Nullable URI endpoint) {}

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    sources.forEach(
        (name, source) ->
            source.problems().forEach(each -> problems.add("sources." + name + "." + each)));
    if (folder.minAge().isNegative()) {
      problems.add("folder.min-age: is negative");
    }
    if (sftp.enabled() && sftp.password() == null && sftp.keyFile() == null) {
      problems.add("sftp.password: is missing, and so is sftp.key-file");
    }
    if (s3.enabled() && s3.bucket().isBlank()) {
      problems.add("s3.bucket: is missing");
    }
    return problems;
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
