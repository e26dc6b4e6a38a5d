package dev.nightjar.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.springframework.util.FileSystemUtils;

/**
 * The program as processes of tests start it: like the launcher, from a jar and with an archive of
 * its classes, which halves the time of a start. Both are made once after each build.
 */
public final class Program {
  private static final Path FOLDER = Path.of("target", "program");
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:disable",
          "-Dnightjar.first-pause-millis=50");
  private static List<String> command = List.of();

  private Program() {}

  /** How Java is called, up to the arguments of the program. */
  public static synchronized List<String> command() {
    if (command.isEmpty()) {
      try {
        command = make();
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("the program's archive cannot be made", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return command;
  }

  /** The class path of the tests, with the program's own classes as a jar and without the tests. */
  public static synchronized String classPath() throws IOException {
    var all = new ArrayList<String>();
    for (var each :
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
            .split(File.pathSeparator)) {
      if (each.endsWith(".jar")) {
        all.add(each);
      } else if (Path.of(each).endsWith("classes")) {
        all.add(jar(Path.of(each)).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, all);
  }

  private static List<String> make() throws IOException, SQLException, InterruptedException {
    Files.createDirectories(FOLDER);
    // another process may run tests too
    try (var lock =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = lock.lock()) {
      var classPath = classPath();
      var archive =
          FOLDER.resolve(
              "%08x.jsa".formatted((System.getProperty("java.version") + classPath).hashCode()));
      var jar = Files.getLastModifiedTime(FOLDER.resolve("nightjar.jar"));
      if (!Files.exists(archive) || Files.getLastModifiedTime(archive).compareTo(jar) < 0) {
        Files.deleteIfExists(archive);
        runANight(java("-XX:ArchiveClassesAtExit=" + archive, classPath));
      }
      return java("-XX:SharedArchiveFile=" + archive.toAbsolutePath(), classPath);
    }
  }

  private static List<String> java(String archive, String classPath) {
    var java = new ArrayList<String>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(OPTIONS);
    java.addAll(
        List.of(
            archive,
            "-Dpicocli.ansi=false",
            "-Dnightjar.durable=false",
            "-Dnightjar.installation=" + Installation.folder(),
            "-cp",
            classPath,
            "dev.nightjar.Application"));
    return List.copyOf(java);
  }

  /** Loads the classes that the archive is to have. */
  private static void runANight(List<String> java)
      throws IOException, SQLException, InterruptedException {
    var home = Scratch.folder("nightjar-archive");
    try (var database = TestDatabase.create()) {
      var night = new ArrayList<>(java);
      night.addAll(List.of("run", "--date", "2025-01-31", "--home", home.toString()));
      var builder = new ProcessBuilder(night).redirectErrorStream(true);
      builder.environment().putAll(NightjarProcess.environment(database));
      var process = builder.start();
      var printed = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the night for the archive failed: " + printed);
      }
    } finally {
      FileSystemUtils.deleteRecursively(home);
    }
  }

  private static Path jar(Path classes) throws IOException {
    var jar = Files.createDirectories(FOLDER).resolve("nightjar.jar");
    if (!Files.exists(jar) || Files.getLastModifiedTime(jar).compareTo(lastChange(classes)) < 0) {
      var part = Files.createTempFile(FOLDER, "nightjar", ".part");
      try (var zip = new JarOutputStream(Files.newOutputStream(part));
          var walk = Files.walk(classes)) {
        for (var file : walk.filter(file -> !file.equals(classes)).toList()) {
          // Spring looks for components in packages that the jar names
          var end = Files.isDirectory(file) ? "/" : "";
          zip.putNextEntry(new ZipEntry(classes.relativize(file) + end));
          if (Files.isRegularFile(file)) {
            Files.copy(file, zip);
          }
        }
      }
      Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
    }
    return jar;
  }

  private static FileTime lastChange(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Program::changed).max(FileTime::compareTo).orElseThrow();
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
