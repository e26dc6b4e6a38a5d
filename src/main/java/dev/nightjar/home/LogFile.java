package dev.nightjar.home;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
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
  private static final class Rolling extends RollingPolicyBase {
    private final SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy;

    Rolling(SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy) {
      this.policy = policy;
    }

    @Override
    public void rollover() {
      policy.rollover();
    }

    @Override
    public String getActiveFileName() {
      return policy.getActiveFileName();
    }

    @Override
    public void stop() {
      policy.stop();
      super.stop();
    }
  }
}
