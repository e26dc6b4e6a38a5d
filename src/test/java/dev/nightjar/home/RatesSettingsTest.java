package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesSettingsTest {
  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          USD: [{from: 2024-01-01, rate: 0}]     | business.rates.USD[0].rate: must be greater than 0
          USD: [{from: 2024-01-01, rate: -0.9}]  | business.rates.USD[0].rate: must be greater than 0
          USD: [{from: 2024-01-01, rate: 1e-30}] | business.rates.USD[0].rate:
          USD: [{from: 2024-01-01}]              | business.rates.USD[0].rate: must not be null
          USD: [{rate: 0.9}]                     | business.rates.USD[0].from: must not be null
          USD: [{from: 2024-01-01, rate: '0,9'}] | business.rates.usd[0].rate: is not a number
          USD: [{from: 01/02/2024, rate: 0.9}]   | business.rates.usd[0].from: is not a date
          USD: [{from: 2024-01-01, rate: 1, rat: 2}] | business.rates.usd[0].rat: is not a setting; did you mean rate?
          USD: [{from: 2024-02-01, rate: 0.9}, {from: 2024-01-01, rate: 0.8}, {from: 2024-02-01, rate: 0.7}] | business.rates.USD: has two rates from 2024-02-01; keep one
          USD: []                                | business.rates.USD:
          EURO: [{from: 2024-01-01, rate: 0.9}]  | business.rates.EURO: is not a currency (expected: an ISO 4217 code such as USD)
          EUR: [{from: 2024-01-01, rate: 1}]     | business.rates.EUR: is business.currency, which is worth 1 of itself; leave it out
          """)
  void whatIsNoRateIsRefused(String rates, String problem) {
    assertThat(AHome.in(folder).with("business: {rates: {%s}}".formatted(rates)).problems())
        .singleElement()
        .asString()
        .contains(problem);
  }

  @Test
  void aCurrencyInTwoSpellingsIsRefused() {
    var rate = "[{from: 2024-01-01, rate: 0.9}]";
    var yaml = "business: {rates: {USD: %1$s, usd: %1$s}}".formatted(rate);
    assertThat(AHome.in(folder).with(yaml).problems())
        .containsExactly(
            "nightjar.yaml:1:71: business.rates.usd: occurs twice; keep all its rates in one list");
  }

  @Test
  void aSingleValueWhereDatedRatesAreExpectedIsRefused() {
    assertThat(AHome.in(folder).problems("business.rates.USD=0.9"))
        .singleElement()
        .asString()
        .contains("business.rates.usd: is not a list");
  }

  @Test
  void ratesNeedNotAscendAndOneMayComeByOption() {
    var home =
        AHome.in(folder)
            .with(
                "business: {rates: {USD: [{from: 2025-01-01, rate: 2}, {from: 2024-01-01, rate: 1}]}}");
    assertThat(FlatSettings.flat(home.load().sections()))
        .extractingByKey("business.rates.USD.1.from")
        .hasToString("2024-01-01");
    var options =
        home.load("business.rates.CHF[0].from=2024-01-01", "business.rates.CHF[0].rate=0.9");
    assertThat(FlatSettings.flat(options.sections()))
        .extractingByKey("business.rates.CHF.0.rate")
        .hasToString("0.9");
  }
}
