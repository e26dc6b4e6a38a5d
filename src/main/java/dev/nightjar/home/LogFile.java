package dev.nightjar.home;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.rolling.helper.CompressionMode;
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
    // the pattern knows no escape; a date written by the pattern % is a %
    policy.setFileNamePattern(file.replace("%", "%d{%,aux}") + ".%d.%i.gz");
    policy.setMaxFileSize(FileSize.valueOf("50MB"));
    policy.setMaxHistory(30);
    policy.start();
    setRollingPolicy(new Rolling(policy));
    setTriggeringPolicy(policy.getTimeBasedFileNamingAndTriggeringPolicy());
    super.start();
  }

  /**
   * The policy without its second face as the trigger, of which the appender would read the path as
   * a regular expression.
   */
  private record Rolling(SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy)
      implements RollingPolicy {
    @Override
    public void rollover() {
      policy.rollover();
    }

    @Override
    public String getActiveFileName() {
      return policy.getActiveFileName();
    }

    @Override
    public CompressionMode getCompressionMode() {
      return policy.getCompressionMode();
    }

    @Override
    public void setParent(FileAppender<?> appender) {
      policy.setParent(appender);
    }

    @Override
    public void start() {
      policy.start();
    }

    @Override
    public void stop() {
      policy.stop();
    }

    @Override
    public boolean isStarted() {
      return policy.isStarted();
    }
  }
}
