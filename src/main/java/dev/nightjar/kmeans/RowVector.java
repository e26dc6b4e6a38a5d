package dev.nightjar.kmeans;

import elki.data.NumberVector;
import elki.data.type.VectorFieldTypeInformation;
import elki.database.ids.DBIDFactory;
import elki.database.ids.DBIDRef;
import elki.database.relation.MaterializedRelation;
import elki.database.relation.Relation;
import elki.logging.LoggingConfiguration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * A row of a matrix as ELKI's vector: a view, made when it is read, so that only the matrix itself
 * stays in memory.
 *
 * @param cells of the matrix
 * @param start the first cell of the row
 * @param length cells of the row
 */
record RowVector(double[] cells, int start, int length) implements NumberVector {
  static {
    // ELKI's set-up of java.util.logging removes the bridge to the log file
    LoggingConfiguration.assertConfigured();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** The first rows of a matrix as ELKI's relation; a row's id is its number. */
  static Relation<NumberVector> of(Matrix matrix, int rows) {
    var cells = matrix.cells();
    int columns = matrix.columns();
    // begin at 0: the default takes ids from a counter that a long-lived process runs out of
    return new MaterializedRelation<>(
        "customers",
        VectorFieldTypeInformation.typeRequest(NumberVector.class, columns, columns),
        DBIDFactory.FACTORY.generateStaticDBIDRange(0, rows),
        id -> new RowVector(cells, number(id) * columns, columns));
  }

  /** The number of a row. */
  static int number(DBIDRef id) {
    return id.internalGetIndex();
  }

  @Override
  public int getDimensionality() {
    return length;
  }

  @Override
  public double doubleValue(int dimension) {
    return cells[start + dimension];
  }

  @Override
  public long longValue(int dimension) {
    return (long) doubleValue(dimension);
  }

  @Override
  public double[] toArray() {
    return Arrays.copyOfRange(cells, start, start + length);
  }

  @Override
  public String toString() {
    return Arrays.stream(toArray()).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }
}
