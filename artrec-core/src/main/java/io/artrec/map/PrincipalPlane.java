package io.artrec.map;

import io.artrec.vector.FeatureMatrix;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Few works by the two directions of the greatest variance of their vectors, from the inner
 * products of rows less their mean (classical scaling; Torgerson 1952). The largest entry of each
 * direction, the first of them, is positive.
 */
final class PrincipalPlane {
  private PrincipalPlane() {}

  /** Two coordinates of each row. */
  static double[][] of(FeatureMatrix vectors, int[] rows) {
    int works = rows.length;
    double[][] positions = new double[2][works];
    if (works < 2) {
      return positions;
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(works, true, true);
    eigen.decompose(innerProducts(vectors, rows));
    int[] order =
        IntStream.range(0, works)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal()))
            .limit(2)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int c = 0; c < order.length; c++) {
      double length = Math.sqrt(Math.max(0, eigen.getEigenvalue(order[c]).getReal()));
      double[] direction = eigen.getEigenVector(order[c]).data;
      int largest =
          IntStream.range(0, works)
              .boxed()
              .max(
                  Comparator.comparingDouble((Integer i) -> Math.abs(direction[i]))
                      .thenComparing(Comparator.reverseOrder()))
              .orElseThrow();
      double sign = Math.signum(direction[largest]);
      for (int i = 0; i < works; i++) {
        positions[c][i] = sign * length * direction[i];
      }
    }
    return positions;
  }

  private static DMatrixRMaj innerProducts(FeatureMatrix vectors, int[] rows) {
    double[] mean = new double[vectors.dimensions()];
    float[][] values = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      values[i] = vectors.row(rows[i]).orElseThrow();
      for (int d = 0; d < mean.length; d++) {
        mean[d] += values[i][d] / (double) rows.length;
      }
    }
    DMatrixRMaj products = new DMatrixRMaj(rows.length, rows.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int d = 0; d < mean.length; d++) {
          sum += (values[i][d] - mean[d]) * (values[j][d] - mean[d]);
        }
        products.set(i, j, sum);
        products.set(j, i, sum);
      }
    }
    return products;
  }
}
