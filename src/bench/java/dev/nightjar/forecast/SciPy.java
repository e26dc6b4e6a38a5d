package dev.nightjar.forecast;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The two models in NumPy, fitted by SciPy, as Debian packages them, in a process of its own. */
public final class SciPy {
  private static final String PYTHON = "/usr/bin/python3";

  /** Seconds and the logarithms of the likelihoods. */
  private static final String SCRIPT =
      """
      import sys, time, numpy as np
      from scipy.optimize import minimize
      from scipy.special import gammaln
      x, tx, T, z = np.fromfile(sys.argv[1], '>f8').astype('f8').reshape(-1, 4).T.copy()
      start = time.perf_counter()
      repeat = x > 0
      def purchases(logs):
          r, alpha, a, b = np.exp(logs)
          A = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
          lost = -(r + x) * np.log(alpha + T)
          stopped = np.where(repeat, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + tx), -np.inf)
          return -np.mean(A + np.logaddexp(lost, stopped))
      fit = minimize(purchases, np.log([1, T.sum() / x.sum(), 1, 3]), method='L-BFGS-B', options={'ftol': 1e-12})
      keep = repeat & (z > 0)
      n, m = x[keep], z[keep]
      unit = m.mean()
      def values(logs):
          p, q, v = np.exp(logs) * [1, 1, unit]
          return -np.mean(gammaln(p * n + q) - gammaln(p * n) - gammaln(q) + q * np.log(v) + (p * n - 1) * np.log(m) + p * n * np.log(n) - (p * n + q) * np.log(v + n * m))
      value = minimize(values, np.log([2, 3, 1]), method='L-BFGS-B', options={'ftol': 1e-12})
      print(time.perf_counter() - start, -fit.fun * len(x), -value.fun * len(n))
      """;

  private final String version;

  private SciPy(String version) {
    this.version = version;
  }

  /** A fit of both models. */
  public record Fit(double seconds, double logLikelihood, double valueLogLikelihood) {}

  /** Empty where python3-scipy is not installed. */
  public static Optional<SciPy> find() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return Optional.empty();
    }
    var asked =
        new ProcessBuilder(PYTHON, "-c", "import scipy; print(scipy.__version__)")
            .redirectError(Redirect.DISCARD)
            .start();
    var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return asked.waitFor() == 0 ? Optional.of(new SciPy(answer.strip())) : Optional.empty();
  }

  public String version() {
    return version;
  }

  /**
   * Fits both models.
   *
   * @param customers repeats, weeks to the last order, weeks of age, mean value of each
   */
  Fit fit(List<double[]> customers) throws IOException, InterruptedException {
    var file = Files.createTempFile("nightjar-histories", ".bin");
    try {
      write(customers, file);
      var python =
          new ProcessBuilder(PYTHON, "-c", SCRIPT, file.toString())
              .redirectError(Redirect.DISCARD)
              .start();
      var line = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (python.waitFor() != 0) {
        throw new IllegalStateException("SciPy failed on " + customers.size() + " customers");
      }
      var figures = line.split(" ");
      return new Fit(
          Double.parseDouble(figures[0]),
          Double.parseDouble(figures[1]),
          Double.parseDouble(figures[2]));
    } finally {
      Files.delete(file);
    }
  }

  private static void write(List<double[]> customers, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (var customer : customers) {
        for (double number : customer) {
          out.writeDouble(number);
        }
      }
    }
  }
}
