package dev.nightjar.doctor;

import static dev.nightjar.doctor.Finding.Verdict.FAIL;
import static dev.nightjar.doctor.Finding.Verdict.WARN;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import dev.nightjar.doctor.Finding.Verdict;
import dev.nightjar.home.Home;
import dev.nightjar.home.SecretFiles;
import dev.nightjar.pipeline.StagePath;
import dev.nightjar.transport.SftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who can read and write the files of a home, and whether files of keys are what they should be.
 */
final class FileChecks {
  private static final String ACCESS = "access";
  private static final Duration SOON = Duration.ofDays(30);
  private static final Set<PosixFilePermission> READ = Set.of(OTHERS_READ);
  private static final Set<PosixFilePermission> WRITE = Set.of(OTHERS_WRITE);
  private static final Set<PosixFilePermission> KEY =
      Set.of(GROUP_READ, GROUP_WRITE, OTHERS_READ, OTHERS_WRITE);
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE);

  private final List<Finding> findings = new ArrayList<>();

  private FileChecks() {}

  /**
   * The permissions of the home, its settings, and the files that settings name.
   *
   * @param paths empty if the settings are wrong
   */
  static List<Finding> permissions(Home home, List<StagePath> paths) {
    var checks = new FileChecks();
    try {
      checks.look(FAIL, home.folder(), WRITE, "can be changed by everybody", "o-w");
      checks.look(FAIL, home.var(), OTHERS, "is open to everybody", "o-rwx");
      checks.settings(home);
      for (var each : paths) {
        if (each.use() == StagePath.Use.FOLDER) {
          checks.look(WARN, each.path(), OTHERS, "is open to everybody", "o-rwx");
        } else if (each.use() == StagePath.Use.SECRET) {
          checks.look(FAIL, each.path(), KEY, "is a private key that others can read", "go-rwx");
        } else {
          checks.look(FAIL, each.path(), WRITE, "can be changed by everybody", "o-w");
        }
      }
    } catch (IOException e) {
      checks.findings.add(
          Finding.fail(ACCESS, "cannot be read: " + e, "run it as the owner of the home"));
    }
    return Finding.orOk(checks.findings, ACCESS, "no file is more open than it should be");
  }

  private void settings(Home home) throws IOException {
    for (var file : SecretFiles.of(home)) {
      look(FAIL, file, READ, "holds a secret and can be read by everybody", "o-r");
    }
    if (Files.isDirectory(home.config())) {
      try (var files = Files.list(home.config())) {
        for (var file : files.sorted().toList()) {
          look(FAIL, file, WRITE, "can be changed by everybody", "o-w");
        }
      }
    }
  }

  private void look(
      Verdict verdict, Path path, Set<PosixFilePermission> refused, String what, String mode)
      throws IOException {
    if (Files.exists(path)) {
      var given = Files.getPosixFilePermissions(path);
      if (given.stream().anyMatch(refused::contains)) {
        findings.add(
            new Finding(ACCESS, verdict, path + " " + what, "chmod %s %s".formatted(mode, path)));
      }
    }
  }

  /** Whether the keys of SFTP servers are known. What is missing or unreadable, stages report. */
  static List<Finding> servers(List<StagePath> paths) {
    var findings = new ArrayList<Finding>();
    for (var each : paths) {
      if (each.use() == StagePath.Use.KNOWN_HOSTS && Files.isReadable(each.path())) {
        findings.add(server(each));
      }
    }
    return findings;
  }

  private static Finding server(StagePath known) {
    boolean isKnown;
    try {
      isKnown = SftpServer.isKnown(known.server(), known.path());
    } catch (IOException e) {
      return Finding.fail("servers", known.setting() + ": " + e.getMessage(), "repair the file");
    }
    return isKnown
        ? Finding.ok("servers", "%s: has the key of %s".formatted(known.setting(), known.server()))
        : Finding.fail(
            "servers",
            "%s: %s has no key of %s".formatted(known.setting(), known.path(), known.server()),
            "ssh-keyscan %s >> %s, then compare the fingerprint with that of the server's owner"
                .formatted(known.server().replaceAll("\\[(.*)]:(.*)", "-p $2 $1"), known.path()));
  }

  /**
   * Keys that expire within 30 days. What has expired, stages report.
   *
   * @param expiries by setting
   */
  static List<Finding> keys(Map<String, Instant> expiries, Clock clock) {
    var soon = clock.instant().plus(SOON);
    return expiries.entrySet().stream()
        .map(
            each -> {
              var what =
                  "%s: a key expires on %s"
                      .formatted(
                          each.getKey(), LocalDate.ofInstant(each.getValue(), ZoneOffset.UTC));
              return each.getValue().isAfter(soon)
                  ? Finding.ok("keys", what)
                  : Finding.warn(
                      "keys", what, "ask its owner for the next key, and replace the file");
            })
        .toList();
  }
}
