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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people that a command names. */
final class PersonArguments {
  /** The file name that means standard input. */
  static final String STANDARD_INPUT = "-";

  private final List<String> customers = new ArrayList<>();
  private final List<String> emails = new ArrayList<>();
  private final Map<String, String> lines = new LinkedHashMap<>();

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
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          if (!line.isBlank()) {
            add("line %d of %s".formatted(number, name(file)), line.strip());
          }
        }
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
  private void add(String place, String line) {
    lines.put(place, line);
    customers.add(line);
    if (line.indexOf('@') >= 0) {
      emails.add(line);
    }
  }

  private static String name(String file) {
    return file.equals(STANDARD_INPUT) ? "standard input" : file;
  }

  /**
   * The lines of files, such as {@code line 3 of requests.txt}, with which only strangers are
   * meant. A key or address is never shown.
   */
  List<String> lines(Named strangers) {
    return lines.entrySet().stream()
        .filter(each -> strangers.customers().contains(each.getValue()))
        .filter(
            each ->
                each.getValue().indexOf('@') < 0 || strangers.emails().contains(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean isNobody() {
    return customers.isEmpty() && emails.isEmpty();
  }

  Named named() {
    return new Named(customers, emails);
  }
}
