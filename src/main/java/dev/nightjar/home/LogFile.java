package dev.nightjar.home;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/**
 * The log of a home. Logback's own configuration would read the {@code ${…}} and {@code %} of a
 * folder's name as its own.
 */
public final class LogFile extends RollingFileAppender<ILoggingEvent> {
  /** The system property with the path of the log. */
  public static final String PROPERTY = "nightjar.log";

  @Override
  public void start() {
    var file = System.getProperty(PROPERTY);
    if (file == null) {
      file = Path.of(System.getProperty("java.io.tmpdir"), "nightjar.log").toString();
    }
    setFile(file);
    var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    policy.setContext(getContext());
    policy.setParent(this);
    policy.setFileNamePattern(file.replace("%", "\\%") + ".%d.%i.gz");
    policy.setMaxFileSize(FileSize.valueOf("50MB"));
    policy.setMaxHistory(30);
    policy.start();
    setRollingPolicy(policy);
    super.start();
  }
}
