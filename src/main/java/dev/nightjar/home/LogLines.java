package dev.nightjar.home;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of the log: text for people, or one JSON object a line for programs, if the variable
 * {@code NIGHTJAR_LOG} is {@code json}. It is not a setting, as the log begins before the settings
 * are read, and also says what is wrong with them.
 *
 * <p>A JSON line has time, level, logger, thread, message, exception if there is one, and the marks
 * of the night that the process runs: night, revision and stage. A process runs one night at a
 * time, so that the marks hold for all of its threads, those of libraries included.
 */
public final class LogLines extends PatternLayoutEncoder {
  /** The variable with the form of the lines. */
  private static final String VARIABLE = "NIGHTJAR_LOG";

  private static final String JSON = "json";
  private static final String TEXT = "text";
  private static final Map<String, Object> MARKS = new ConcurrentSkipListMap<>();

  private final boolean isJson;

  /** Loaded for the first JSON line only: without it, commands start faster. */
  private static final class Mapper {
    /** Other characters are escaped, so that no control character reaches a terminal. */
    private static final JsonMapper ASCII =
        JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  }

  /** Lines in the form that the environment wants. */
  public LogLines() {
    this(JSON.equals(System.getenv(VARIABLE)));
  }

  LogLines(boolean isJson) {
    this.isJson = isJson;
  }

  /**
   * Refuses an environment with an unknown form.
   *
   * @throws BadSettings if {@code NIGHTJAR_LOG} is neither text nor json
   */
  public static void check() {
    check(System.getenv(VARIABLE));
  }

  static void check(@Nullable String form) {
    if (form != null && !form.equals(JSON) && !form.equals(TEXT)) {
      throw new BadSettings(
          List.of(
              "variable %s: is not a form of the log (expected: text or json)"
                  .formatted(VARIABLE)));
    }
  }

  /** Marks the lines that follow. */
  public static void mark(String name, Object value) {
    MARKS.put(name, value);
  }

  /** Ends a mark. */
  public static void unmark(String name) {
    MARKS.remove(name);
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return isJson ? json(event) : super.encode(event);
  }

  private static byte[] json(ILoggingEvent event) {
    var line = new LinkedHashMap<String, Object>();
    line.put("time", event.getInstant().toString());
    line.put("level", event.getLevel().toString());
    line.putAll(MARKS);
    line.put("logger", event.getLoggerName());
    line.put("thread", event.getThreadName());
    line.put("message", event.getFormattedMessage());
    if (event.getThrowableProxy() != null) {
      line.put("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    return (Mapper.ASCII.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
