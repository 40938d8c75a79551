package io.artrec.feature;

import io.artrec.vector.FeatureMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The rows of a matrix that are there, less their mean, in double precision; copied in pieces. */
final class CenteredRows {
  private static final int PIECE = 1024;

  private final FeatureMatrix matrix;
  private final int[] rows;
  private final float[] buffer;
  private final double[] mean;
  private final double squares;

  CenteredRows(FeatureMatrix matrix, int[] rows) {
    this.matrix = matrix;
    this.rows = rows;
    buffer = new float[matrix.dimensions()];
    mean = new double[matrix.dimensions()];
    double sum = 0;
    for (int artwork : rows) {
      matrix.copyRow(artwork, buffer);
      for (int d = 0; d < buffer.length; d++) {
        mean[d] += (double) buffer[d] / rows.length;
        sum += (double) buffer[d] * buffer[d];
      }
    }
    squares = sum;
  }

  int rows() {
    return rows.length;
  }

  double[] mean() {
    return mean.clone();
  }

  int dimensions() {
    return mean.length;
  }

  /** The sum of the squares of all values before centering: what rounding is measured by. */
  double squares() {
    return squares;
  }

  void copyRow(int row, double[] into) {
    matrix.copyRow(rows[row], buffer);
    for (int d = 0; d < buffer.length; d++) {
      into[d] = buffer[d] - mean[d];
    }
  }

  /** The scatter matrix, {@code [dimensions × dimensions]}. */
  DMatrixRMaj scatter() {
    DMatrixRMaj scatter = new DMatrixRMaj(mean.length, mean.length);
    for (int from = 0; from < rows.length; from += PIECE) {
      DMatrixRMaj piece = piece(from, Math.min(PIECE, rows.length - from));
      CommonOps_DDRM.multAddTransA(piece, piece, scatter);
    }
    return scatter;
  }

  /** The inner products of all pairs, {@code [rows × rows]}. */
  DMatrixRMaj innerProducts() {
    DMatrixRMaj all = piece(0, rows.length);
    DMatrixRMaj products = new DMatrixRMaj(rows.length, rows.length);
    CommonOps_DDRM.multTransB(all, all, products);
    return products;
  }

  /** The sum of all rows, each times its weight, as a column. */
  DMatrixRMaj combine(DMatrixRMaj weights) {
    DMatrixRMaj sum = new DMatrixRMaj(mean.length, 1);
    double[] row = new double[mean.length];
    for (int i = 0; i < rows.length; i++) {
      copyRow(i, row);
      for (int d = 0; d < row.length; d++) {
        sum.data[d] += weights.data[i] * row[d];
      }
    }
    return sum;
  }

  private DMatrixRMaj piece(int from, int count) {
    DMatrixRMaj piece = new DMatrixRMaj(count, mean.length);
    double[] row = new double[mean.length];
    for (int i = 0; i < count; i++) {
      copyRow(from + i, row);
      System.arraycopy(row, 0, piece.data, i * mean.length, mean.length);
    }
    return piece;
  }
}
