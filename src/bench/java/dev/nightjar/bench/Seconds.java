package dev.nightjar.bench;

import java.io.IOException;

/** Measures the time that some work takes. */
public final class Seconds {
  private Seconds() {}

  /** Work with files, processes and the database. */
  public interface Work {
    void run() throws IOException, InterruptedException;
  }

  public static double of(Work work) throws IOException, InterruptedException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
