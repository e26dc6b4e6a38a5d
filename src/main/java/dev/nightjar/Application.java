package dev.nightjar;

import dev.nightjar.cli.NightjarCommand;
import dev.nightjar.database.Database;
import dev.nightjar.database.RehearsableSource;
import dev.nightjar.database.Statistics;
import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.KeptSettings;
import dev.nightjar.home.Settings;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.pipeline.NightStop;
import dev.nightjar.pipeline.Nights;
import dev.nightjar.pipeline.Progress;
import dev.nightjar.ports.ConfigurationLinter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Starts the command line, and the pipeline for commands that need it. */
@Configuration
// only packages with components: scanning all classes takes a fifth of the start
@ComponentScan({
  "dev.nightjar.database",
  "dev.nightjar.identity",
  "dev.nightjar.pipeline",
  "dev.nightjar.ingest",
  "dev.nightjar.orders",
  "dev.nightjar.rfm",
  "dev.nightjar.clustering",
  "dev.nightjar.forecast",
  "dev.nightjar.segments",
  "dev.nightjar.audiences",
  "dev.nightjar.destinations",
  "dev.nightjar.publish",
  "dev.nightjar.deliver",
  "dev.nightjar.privacy",
  "dev.nightjar.report",
  "dev.nightjar.alerts",
  "dev.nightjar.lineage",
  "dev.nightjar.operations"
})
@Import(NightlyJob.class)
public class Application {

  public static void main(String[] args) {
    // numbers and messages read the same on every machine
    Locale.setDefault(Locale.ROOT);
    var nightjar = new NightjarCommand(Application::open);
    Runtime.getRuntime().addShutdownHook(new Thread(nightjar::stop, "stop"));
    System.exit(nightjar.execute(args));
  }

  /**
   * Opens the pipeline of a home. Nothing is started or connected yet.
   *
   * @throws dev.nightjar.home.BadSettings with every problem of the settings
   */
  public static ConfigurableApplicationContext open(Home home, Progress progress, Clock clock) {
    var settings = KeptSettings.of(home);
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Home.class, () -> home);
    context.registerBean(Progress.class, () -> progress);
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(Vocabulary.class, settings::vocabulary);
    context.registerBean(ConfigurationLinter.class, () -> more -> problems(home, more, clock));
    settings
        .records()
        .forEach(
            each -> context.getBeanFactory().registerSingleton(each.getClass().getName(), each));
    context.register(Application.class);
    // there are no event listeners, and looking for them takes a tenth of the start
    context.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
    context.refresh();
    return context;
  }

  /** What lint would find with some settings on top of those of a home. */
  private static List<String> problems(Home home, List<String> more, Clock clock) {
    var overrides = new ArrayList<>(home.overrides());
    overrides.addAll(more);
    var place = new Home(home.folder(), home.installation(), overrides);
    try (var context = open(place, Progress.silent(), clock)) {
      return context.getBean(Nights.class).problems();
    } catch (BadSettings e) {
      return e.problems();
    }
  }

  @Bean
  RehearsableSource dataSource(Database database) {
    return new RehearsableSource(database.pool());
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  DSLContext db(DataSource dataSource, NightLock lock, NightStop stop) {
    var db = DSL.using(dataSource, SQLDialect.POSTGRES);
    db.configuration().set(new Statistics(), lock, stop);
    return db;
  }
}
