package dev.nightjar.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.FixturePeople;
import dev.nightjar.kit.NightjarProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Looks, after all tests, at what they printed, logged and reported: nothing of it may tell of the
 * people of the fixture. The build runs it last, in the phase verify.
 */
class WhatTestsPrinted {
  private static final Path TARGET = Path.of("target");

  @Test
  void tellNothingOfThePeopleOfTheFixture() throws IOException {
    var printed =
        new ArrayList<>(List.of(TARGET.resolve("surefire-reports"), NightjarProcess.PRINTED));
    try (var logs = Files.list(TARGET)) {
      logs.filter(file -> file.getFileName().toString().endsWith(".log")).forEach(printed::add);
    }
    assertThat(FixturePeople.in(printed))
        .as("files with e-mail addresses, phone numbers or names of the fixture, and how many")
        .isEmpty();
  }
}
