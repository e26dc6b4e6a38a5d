package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.PersonalData.Named;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people that a command names. */
final class PersonArguments {
  /** The file name that means standard input. */
  static final String STANDARD_INPUT = "-";

  private final List<String> customers = new ArrayList<>();
  private final List<String> emails = new ArrayList<>();

  PersonArguments customers(List<String> keys) {
    customers.addAll(keys);
    return this;
  }

  PersonArguments emails(List<String> addresses) {
    emails.addAll(addresses);
    return this;
  }

  /**
   * Adds the lines of files. A line with an at sign is an e-mail address; any other line is a key.
   *
   * @throws Failure {@link FailureCode#FILE_UNREADABLE}
   */
  PersonArguments files(List<String> files) {
    for (var file : files) {
      try (var lines = open(file)) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::add);
      } catch (IOException e) {
        throw new Failure(
            FailureCode.FILE_UNREADABLE,
            "%s cannot be read: %s%nNext: name a file with one key or e-mail address per line"
                .formatted(file, Failure.reason(e)),
            e);
      }
    }
    return this;
  }

  private static BufferedReader open(String file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(file));
  }

  /** Some shops use the e-mail address as the customer key. */
  private void add(String line) {
    customers.add(line);
    if (line.indexOf('@') >= 0) {
      emails.add(line);
    }
  }

  boolean isNobody() {
    return customers.isEmpty() && emails.isEmpty();
  }

  Named named() {
    return new Named(customers, emails);
  }
}
