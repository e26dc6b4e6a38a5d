package dev.nightjar.cli;

import dev.nightjar.views.Cause;
import dev.nightjar.views.Moves;
import dev.nightjar.views.PublishedNights;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows moves between segments from one published night to another. */
@Command(
    name = "moves",
    description = "Show how customers moved between segments from one published night to another.")
final class MovesCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The earlier night (default: the last one published before the later night).")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The later night (default: the newest published night).")
  private @Nullable LocalDate to;

  @Option(names = "--revenue", description = "Show revenue instead of customers.")
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
      var moves = Moves.between(earlier, later, session.moveCauses(), db);
      if (json) {
        Json.print(moves);
      } else {
        print(moves);
      }
    }
  }

  private void print(Moves moves) {
    System.out.printf(
        "%s by segment on %s (rows) and on %s (columns)%n",
        isRevenueWanted ? "Revenue" : "Customers", moves.from(), moves.to());
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
    moves
        .causes()
        .forEach(
            (cause, moved) ->
                System.out.printf(
                    "%,d moved, with revenue of %,.0f: %s%n",
                    moved.customers(), moved.revenue(), Cause.meaning(cause)));
  }

  private static long count(Moves moves, String direction) {
    return moves.customers(way -> way.direction().equals(direction));
  }
}
