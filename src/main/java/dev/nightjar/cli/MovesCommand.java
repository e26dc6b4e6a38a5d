package dev.nightjar.cli;

import dev.nightjar.views.Moves;
import dev.nightjar.views.PublishedNights;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows who moved between two published nights. */
@Command(
    name = "moves",
    description = "Show who moved from which segment to which between two published nights.")
final class MovesCommand implements Runnable {
  /** What a cause means, to go on with after a number of customers. */
  private static final Map<String, String> CAUSES =
      Map.of(
          "behaviour", "by what they did or left",
          "drift", "because the cut points drifted, that is by what others did",
          "settings", "because the map or the scoring was set otherwise",
          "new", "because they had been gone for a while");

  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The earlier night (default: the one published before the later).")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The later night (default: the newest published night).")
  private @Nullable LocalDate to;

  @Option(names = "--revenue", description = "Show revenue in place of customers.")
  private boolean isRevenueWanted;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var db = session.published();
      var nights = PublishedNights.of(db);
      var later = nights.named(to);
      var earlier = from == null ? nights.before(later) : nights.named(from);
      if (!earlier.isBefore(later)) {
        throw new ParameterException(
            spec.commandLine(), "%s is not before %s".formatted(earlier, later));
      }
      var moves = Moves.between(earlier, later, db);
      if (json) {
        printJson(earlier, later, moves);
      } else {
        print(earlier, later, moves);
      }
    }
  }

  private void print(LocalDate earlier, LocalDate later, Moves moves) {
    System.out.printf(
        "%s of who was in a row's segment on %s and in a column's on %s%n",
        isRevenueWanted ? "Revenue" : "Customers", earlier, later);
    System.out.print(
        new MoveMatrix(
            moves, way -> isRevenueWanted ? way.revenue() : BigDecimal.valueOf(way.customers())));
    System.out.printf(
        "%,d up, %,d down, %,d stayed, %,d new, %,d gone%n",
        count(moves, "upgrade"),
        count(moves, "downgrade"),
        count(moves, "stayed"),
        count(moves, "entered"),
        count(moves, "left"));
    causes(moves)
        .forEach(
            (cause, customers) ->
                System.out.printf("%,d moved %s%n", customers, CAUSES.getOrDefault(cause, cause)));
  }

  private static long count(Moves moves, String direction) {
    return moves.customers(way -> way.direction().equals(direction));
  }

  /** How many moved from segment to segment, by the cause of their last change. */
  private static Map<String, Long> causes(Moves moves) {
    var causes = new TreeMap<String, Long>();
    moves.ways().stream()
        .filter(way -> way.cause() != null)
        .forEach(way -> causes.merge(way.cause(), (long) way.customers(), Long::sum));
    return causes;
  }

  private static void printJson(LocalDate earlier, LocalDate later, Moves moves) {
    var out = new LinkedHashMap<String, Object>();
    out.put("from", earlier);
    out.put("to", later);
    out.put("segments", moves.segments());
    out.put("moves", moves.ways());
    out.put("causes", causes(moves));
    Json.print(out);
  }
}
