package io.artrec.feature;

import io.artrec.similarity.Similarities;
import io.artrec.vector.FeatureMatrix;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components of a feature (Pearson 1901; Hotelling 1933): rows less their mean, projected
 * on the directions of greatest variance. Computed in double precision from the eigenvectors of the
 * covariance matrix, or of the matrix of inner products when there are fewer works than dimensions.
 * Each direction's sign is fixed so that its largest entry is positive. Immutable and thread-safe.
 *
 * <p>When the data have fewer directions of variance than components asked for, the further ones
 * are zeros. Missing rows stay missing. Cost O(n·d·m + m³) with {@code m = min(works, dimensions)}.
 */
public final class Pca implements DerivedFeature {
  private static final double NO_VARIANCE = 1e-12;

  private final Feature input;
  private final int components;

  private Pca(Feature input, int components) {
    this.input = input;
    this.components = components;
  }

  /**
   * Returns the principal components of a feature.
   *
   * @param input the feature
   * @param components how many, 1 or more
   * @return the feature named {@code <input>-pca}
   */
  public static Pca of(Feature input, int components) {
    if (components < 1) {
      throw new IllegalArgumentException("components is " + components + ", expected 1 or more");
    }
    return new Pca(input, components);
  }

  @Override
  public FeatureSpec spec() {
    FeatureSpec base = input.spec();
    return new FeatureSpec(
        base.name() + "-pca",
        1,
        base.facet(),
        components + " of " + base.parameters(),
        Similarities.cosine(),
        base.sources());
  }

  @Override
  public List<Feature> inputs() {
    return List.of(input);
  }

  @Override
  public FeatureMatrix derive(List<FeatureMatrix> inputs) {
    FeatureMatrix matrix = inputs.get(0);
    FeatureMatrix.Builder projected = FeatureMatrix.builder(matrix.size(), components);
    int n = matrix.presentCount();
    if (n == 0) {
      return projected.build();
    }
    int[] rows = IntStream.range(0, matrix.size()).filter(matrix::isPresent).toArray();
    DMatrixRMaj centered = centered(matrix, rows);
    DMatrixRMaj directions = directions(centered);
    DMatrixRMaj scores = new DMatrixRMaj(n, directions.numRows);
    CommonOps_DDRM.multTransB(centered, directions, scores);
    for (int i = 0; i < n; i++) {
      float[] row = new float[components];
      for (int c = 0; c < directions.numRows; c++) {
        row[c] = (float) scores.get(i, c);
      }
      projected.set(rows[i], row);
    }
    return projected.build();
  }

  private static DMatrixRMaj centered(FeatureMatrix matrix, int[] rows) {
    int d = matrix.dimensions();
    DMatrixRMaj centered = new DMatrixRMaj(rows.length, d);
    double[] mean = new double[d];
    float[] row = new float[d];
    for (int artwork : rows) {
      matrix.copyRow(artwork, row);
      for (int c = 0; c < d; c++) {
        mean[c] += (double) row[c] / rows.length;
      }
    }
    for (int i = 0; i < rows.length; i++) {
      matrix.copyRow(rows[i], row);
      for (int c = 0; c < d; c++) {
        centered.set(i, c, row[c] - mean[c]);
      }
    }
    return centered;
  }

  /** The directions of variance, {@code [at most components × dimensions]}, greatest first. */
  private DMatrixRMaj directions(DMatrixRMaj centered) {
    boolean wide = centered.numRows < centered.numCols;
    int m = Math.min(centered.numRows, centered.numCols);
    DMatrixRMaj square = new DMatrixRMaj(m, m);
    if (wide) {
      CommonOps_DDRM.multTransB(centered, centered, square);
    } else {
      CommonOps_DDRM.multTransA(centered, centered, square);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(m, true, true);
    if (!eigen.decompose(square)) {
      throw new ExtractionException(
          "principal components of feature '" + input.spec().name() + "' did not converge");
    }
    double greatest = 0;
    for (int i = 0; i < m; i++) {
      greatest = Math.max(greatest, eigen.getEigenvalue(i).getReal());
    }
    double least = NO_VARIANCE * greatest;
    int[] order =
        IntStream.range(0, m)
            .filter(i -> eigen.getEigenvalue(i).getReal() > least)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal()))
            .limit(components)
            .mapToInt(Integer::intValue)
            .toArray();
    DMatrixRMaj directions = new DMatrixRMaj(order.length, centered.numCols);
    for (int c = 0; c < order.length; c++) {
      DMatrixRMaj vector = eigen.getEigenVector(order[c]);
      DMatrixRMaj direction = new DMatrixRMaj(centered.numCols, 1);
      if (wide) {
        CommonOps_DDRM.multTransA(centered, vector, direction);
      } else {
        direction.setTo(vector);
      }
      normalize(direction);
      for (int d = 0; d < centered.numCols; d++) {
        directions.set(c, d, direction.get(d));
      }
    }
    return directions;
  }

  /** Scales to unit length, with the entry of greatest size positive. */
  private static void normalize(DMatrixRMaj direction) {
    double square = 0;
    double largest = 0;
    for (double value : direction.data) {
      square += value * value;
      largest = Math.abs(value) > Math.abs(largest) ? value : largest;
    }
    CommonOps_DDRM.scale(Math.signum(largest) / Math.sqrt(square), direction);
  }
}
