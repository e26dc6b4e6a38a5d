package dev.nightjar.forecast;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds positive parameters that make data most likely, by BOBYQA (Powell 2009) on their
 * logarithms. The same data and start give the same parameters.
 */
final class MaximumLikelihood {
  private static final double NEAR = 0.05;
  private static final double FAR = 0.5;

  /** Of the logarithms of the parameters. */
  private static final double PRECISION = 1e-5;

  private static final int MOST_EVALUATIONS = 3000;

  private MaximumLikelihood() {}

  /**
   * The most likely parameters; empty if the search does not converge.
   *
   * @param logLikelihood of parameters
   * @param start where the search starts without an earlier result
   * @param bounds the largest parameters; the smallest are their inverses
   * @param before an earlier result, near which to search first; null for none
   */
  static Optional<double[]> find(
      ToDoubleFunction<double[]> logLikelihood,
      double[] start,
      double[] bounds,
      double @Nullable [] before) {
    return Optional.ofNullable(before)
        .flatMap(near -> climb(logLikelihood, near, bounds, NEAR))
        .or(() -> climb(logLikelihood, start, bounds, FAR));
  }

  /**
   * @param step how far the first logarithms that are tried are from those of the start
   */
  private static Optional<double[]> climb(
      ToDoubleFunction<double[]> logLikelihood, double[] start, double[] bounds, double step) {
    int n = start.length;
    var upper = Arrays.stream(bounds).map(Math::log).toArray();
    var lower = Arrays.stream(upper).map(each -> -each).toArray();
    var logarithms =
        IntStream.range(0, n)
            .mapToDouble(
                i -> Math.max(lower[i] + step, Math.min(upper[i] - step, Math.log(start[i]))))
            .toArray();
    try {
      var found =
          new BOBYQAOptimizer(2 * n + 1, step, PRECISION)
              .optimize(
                  GoalType.MAXIMIZE,
                  new MaxEval(MOST_EVALUATIONS),
                  new InitialGuess(logarithms),
                  new SimpleBounds(lower, upper),
                  new ObjectiveFunction(at -> logLikelihood.applyAsDouble(parameters(at))));
      return Optional.of(parameters(found.getPoint()));
    } catch (MathIllegalStateException e) {
      return Optional.empty();
    }
  }

  private static double[] parameters(double[] logarithms) {
    return Arrays.stream(logarithms).map(Math::exp).toArray();
  }
}
