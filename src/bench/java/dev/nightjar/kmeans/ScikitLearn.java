package dev.nightjar.kmeans;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** scikit-learn's KMeans, as Debian packages it, in a process of its own. */
public final class ScikitLearn {
  private static final String PYTHON = "/usr/bin/python3";

  /** A first fit that is not counted, then one for each seed: seconds, inertia and iterations. */
  private static final String SCRIPT =
      """
      import sys, time, numpy
      from sklearn.cluster import KMeans
      file, columns, k, rounds = sys.argv[1], *map(int, sys.argv[2:])
      matrix = numpy.fromfile(file, '>f8').astype('f8').reshape(-1, columns)
      def fit(rows, seed):
          return KMeans(k, init='k-means++', n_init=1, random_state=seed).fit(rows)
      fit(matrix[:10000], 0)
      for seed in range(1, rounds + 1):
          start = time.perf_counter()
          model = fit(matrix, seed)
          print(time.perf_counter() - start, model.inertia_, model.n_iter_)
      """;

  private final String version;

  private ScikitLearn(String version) {
    this.version = version;
  }

  /** One fit. */
  record Start(double seconds, double inertia, int iterations) {}

  /** Empty where python3-sklearn is not installed. */
  public static Optional<ScikitLearn> find() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return Optional.empty();
    }
    var asked =
        new ProcessBuilder(PYTHON, "-c", "import sklearn; print(sklearn.__version__)")
            .redirectError(Redirect.DISCARD)
            .start();
    var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return asked.waitFor() == 0 ? Optional.of(new ScikitLearn(answer.strip())) : Optional.empty();
  }

  public String version() {
    return version;
  }

  /** Fits a matrix as often as asked, with seeds from 1. */
  List<Start> run(double[] matrix, int columns, int k, int rounds)
      throws IOException, InterruptedException {
    var file = Files.createTempFile("nightjar-matrix", ".bin");
    try {
      write(matrix, file);
      var python =
          new ProcessBuilder(
                  PYTHON, "-c", SCRIPT, file.toString(), "" + columns, "" + k, "" + rounds)
              .redirectError(Redirect.DISCARD)
              .start();
      var lines = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (python.waitFor() != 0) {
        throw new IllegalStateException("scikit-learn failed on " + matrix.length + " numbers");
      }
      return lines.lines().map(ScikitLearn::start).toList();
    } finally {
      Files.delete(file);
    }
  }

  private static Start start(String line) {
    var figures = line.split(" ");
    return new Start(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Integer.parseInt(figures[2]));
  }

  private static void write(double[] matrix, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (double number : matrix) {
        out.writeDouble(number);
      }
    }
  }
}
