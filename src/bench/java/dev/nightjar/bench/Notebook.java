package dev.nightjar.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a notebook does each night: it reads all order files again, and computes orders, recency,
 * frequency and monetary of a year, scores by quintiles and eight clusters, once; pandas and
 * scikit-learn as Debian packages them.
 */
public final class Notebook {
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SCRIPT =
      """
      import sys, time, numpy, pandas
      from sklearn.cluster import KMeans
      night, out, files = pandas.Timestamp(sys.argv[1]), sys.argv[2], sys.argv[3:]
      clock = time.perf_counter()
      def lap(what):
          global clock
          print('%s %.1f' % (what, time.perf_counter() - clock), end=' ', flush=True)
          clock = time.perf_counter()
      lines = pandas.concat(
          pandas.read_csv(f, dtype={'InvoiceNo': str, 'CustomerID': str}, parse_dates=['InvoiceDate'])
          for f in files)
      lap('read')
      lines['value'] = lines.Quantity * lines.UnitPrice
      orders = lines.groupby(['CustomerID', 'InvoiceNo']).agg(
          ordered_at=('InvoiceDate', 'min'), value=('value', 'sum')).reset_index()
      ordered_on = orders.ordered_at.dt.normalize()
      orders = orders[(ordered_on > night - pandas.Timedelta(days=365)) & (ordered_on <= night)]
      rfm = orders.groupby('CustomerID').agg(
          last=('ordered_at', 'max'), frequency=('value', 'size'), monetary=('value', 'sum'))
      rfm['recency'] = (night - rfm['last'].dt.normalize()).dt.days
      lap('rfm')
      for column, sign in (('recency', -1), ('frequency', 1), ('monetary', 1)):
          cuts = numpy.quantile(sign * rfm[column], [0.2, 0.4, 0.6, 0.8])
          rfm[column + '_score'] = 1 + numpy.searchsorted(cuts, sign * rfm[column])
      lap('scores')
      features = numpy.log1p(rfm[['recency', 'frequency', 'monetary']].clip(lower=0)).to_numpy()
      features = (features - features.mean(0)) / features.std(0)
      rfm['cluster'] = KMeans(8, n_init=1, random_state=1).fit(features).labels_
      lap('k-means')
      rfm.to_csv(out)
      lap('write')
      """;

  private Notebook() {}

  /** The versions of pandas and scikit-learn; empty if they are not installed. */
  public static Optional<String> find() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return Optional.empty();
    }
    var asked =
        new ProcessBuilder(
                PYTHON,
                "-c",
                "import pandas, sklearn; print('pandas', pandas.__version__, 'and scikit-learn', sklearn.__version__)")
            .redirectError(Redirect.DISCARD)
            .start();
    var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return asked.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
  }

  /**
   * One recomputation.
   *
   * @param parts seconds of each part, for people
   */
  public record Run(double seconds, String parts) {}

  /**
   * Computes everything again.
   *
   * @param folder with the order files; the result is written into it
   */
  static Run run(Path folder, LocalDate night) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PYTHON, "-c", SCRIPT));
    command.add(night.toString());
    var out = folder.resolve("notebook.csv");
    command.add(out.toString());
    try (var files = Files.list(folder)) {
      files
          .map(Path::toString)
          .filter(name -> name.contains("bench-lines-"))
          .sorted()
          .forEach(command::add);
    }
    long start = System.nanoTime();
    var python = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    var parts = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (python.waitFor() != 0) {
      throw new IllegalStateException("the notebook failed");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.delete(out);
    return new Run(seconds, parts.strip());
  }
}
