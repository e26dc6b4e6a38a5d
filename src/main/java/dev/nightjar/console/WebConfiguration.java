package dev.nightjar.console;

import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.console.accounts.Audit;
import dev.nightjar.database.Database;
import dev.nightjar.database.ReadingPool;
import dev.nightjar.pipeline.Ledger;
import java.time.Clock;
import org.jooq.DSLContext;
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
class WebConfiguration {

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
  Audit audit(@Qualifier("db") DSLContext owner, Clock clock) {
    return new Audit(owner, clock);
  }
}
