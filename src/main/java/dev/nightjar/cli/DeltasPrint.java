package dev.nightjar.cli;

import dev.nightjar.bench.DeltasBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Measures what differs from what was sent, and prints it. */
final class DeltasPrint {
  private DeltasPrint() {}

  static void run(Path folder, Session session, long customers, int rounds, boolean json)
      throws IOException, InterruptedException {
    var bench =
        new DeltasBench(folder, session.published(), session.destinations(), session.deltas());
    var all = bench.run(customers, rounds);
    if (json) {
      Json.print(Map.of("deltas", all));
    } else {
      all.forEach(System.out::println);
    }
    System.out.println(DeltasBench.ratio(all));
  }
}
