package dev.nightjar.console;

import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.console.accounts.Audit;
import dev.nightjar.console.accounts.Tokens;
import dev.nightjar.database.Database;
import dev.nightjar.database.ReadingPool;
import dev.nightjar.pipeline.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The parts of the web pages. Only {@link Console#start} loads this; what is automatic is named, so
 * that nothing else comes by itself.
 */
@Configuration
@ComponentScan("dev.nightjar.console")
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
class WebConfiguration implements WebMvcConfigurer {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  @Override
  public void addFormatters(FormatterRegistry formats) {
    formats.addConverter(String.class, LocalDate.class, WebConfiguration::date);
  }

  /** The database and calculations do not take every date that Java does. */
  private static @Nullable LocalDate date(String text) {
    if (text.isBlank()) {
      return null;
    }
    if (!DATE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a date (expected: 2026-06-30)");
    }
    return LocalDate.parse(text);
  }

  /** No text of the database can hold this character. */
  @Bean
  StrictHttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
    return firewall;
  }

  @Bean
  ReadingPool readingPool(Database database) {
    return new ReadingPool(database);
  }

  /** What pages read with. */
  @Bean
  @Primary
  DSLContext reading(ReadingPool pool) {
    return pool.db();
  }

  @Bean
  @Primary
  Ledger readingLedger(@Qualifier("ledger") Ledger ledger, DSLContext reading) {
    return ledger.readBy(reading);
  }

  @Bean
  Accounts accounts(@Qualifier("db") DSLContext owner, Clock clock) {
    return new Accounts(owner, clock);
  }

  @Bean
  Tokens tokens(@Qualifier("db") DSLContext owner, Clock clock) {
    return new Tokens(owner, clock);
  }

  @Bean
  Audit audit(@Qualifier("db") DSLContext owner, Clock clock) {
    return new Audit(owner, clock);
  }
}
