package dev.nightjar.cli;

import dev.nightjar.views.Cause;
import dev.nightjar.views.Moves;
import dev.nightjar.views.PublishedNights;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private PictureFile picture;

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
      picture.write(PictureFile.PICTURES.moves(moves));
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
        "%s, %s, %,d stayed, %,d new, %,d gone%n",
        Screen.up("%,d up".formatted(count(moves, "upgrade"))),
        Screen.down("%,d down".formatted(count(moves, "downgrade"))),
        count(moves, "stayed"),
        count(moves, "entered"),
        count(moves, "left"));
    moves
        .causes()
        .forEach(
            (cause, moved) ->
                System.out.printf(
                    "%,d moved, with revenue of %s: %s%n",
                    moved.customers(),
                    Screen.FIGURES.decimal(moved.revenue().doubleValue(), 0),
                    Cause.meaning(cause)));
  }

  private static long count(Moves moves, String direction) {
    return moves.customers(way -> way.direction().equals(direction));
  }
}
