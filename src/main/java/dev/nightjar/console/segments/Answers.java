package dev.nightjar.console.segments;

import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Remembers answers that take long, as they go through all customers. An answer about published
 * nights holds until one of them is published again.
 */
@Component
public class Answers {
  private static final int MOST = 200;

  private final DSLContext db;
  private final Map<List<Object>, FutureTask<Object>> known =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, FutureTask<Object>> eldest) {
          return size() > MOST;
        }
      };

  Answers(DSLContext db) {
    this.db = db;
  }

  /**
   * The answer to a question about nights.
   *
   * @param type of the answer, of which there is one for the nights
   * @param ask asks the tables
   */
  public <T> T of(Class<T> type, Supplier<T> ask, LocalDate... nights) {
    var question = new ArrayList<Object>(List.of(type));
    for (var night : nights) {
      question.add(night);
      question.add(PublishedNights.publishedAt(night, db));
    }
    FutureTask<Object> answer;
    synchronized (known) {
      answer = known.computeIfAbsent(question, any -> new FutureTask<>(ask::get));
    }
    // the first who asks works it out; others with the same question wait for that, all else goes
    // on
    answer.run();
    try {
      return type.cast(answer.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an answer was awaited", e);
    } catch (ExecutionException e) {
      synchronized (known) {
        known.remove(question, answer);
      }
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
