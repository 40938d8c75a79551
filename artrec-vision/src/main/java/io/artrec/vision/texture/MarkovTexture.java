package io.artrec.vision.texture;

import io.artrec.feature.FeatureSpec;
import io.artrec.similarity.Similarities;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.Objects;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How each pixel follows from its neighbors: the coefficients of a Gaussian Markov random field of
 * the fourth order by least squares (Chellappa and Chatterjee, Classification of Textures Using
 * Gaussian Markov Random Fields, IEEE Transactions on Acoustics, Speech, and Signal Processing 33,
 * 1985), compared by Euclidean similarity. Immutable and thread-safe; O(pixels · 100) time. The
 * facet is {@code texture}.
 *
 * <p>With g the luminance less its mean and {@code q_r(s) = g(s + r) + g(s - r)} for the ten steps
 * r = (0,1), (1,0), (1,1), (1,-1), (0,2), (2,0), (1,2), (1,-2), (2,1), (2,-1) in rows and columns,
 * over all pixels two or more from the edge: {@code θ = (Σ q qᵀ)⁻¹ Σ q g}, and the variance {@code
 * Σ (g - θᵀq)² / n} of what the neighbors leave open. Vectors hold θ and {@code log10(variance +
 * 1e-8) / 8}, measured on a longest side of 256. A picture in which some neighbors follow from
 * others exactly, of one color above all, has none.
 *
 * <p>Two works are called alike in this from 0.95: of 35,245 pairs of paintings of a museum by
 * different artists one in a hundred reaches 0.947.
 */
public final class MarkovTexture extends ImageMeasure {
  private static final int[] DOWN = {0, 1, 1, 1, 0, 2, 1, 1, 2, 2};
  private static final int[] RIGHT = {1, 0, 1, -1, 2, 0, 2, -2, 1, -1};
  private static final int REACH = 2;
  private static final int SIDE = 256;
  private static final double LEAST_VARIANCE = 1e-8;
  private static final double LEAST_OWN_SHARE = 1e-10;
  private static final double DECADES = 8;
  private static final double ALIKE = 0.95;

  private MarkovTexture(ImageDecoder decoder) {
    super(decoder);
  }

  /** {@return the feature} */
  public static MarkovTexture standard() {
    return new MarkovTexture(ImageDecoder.standard());
  }

  /**
   * {@return this feature reading images through another decoder}
   *
   * @param other the decoder, the same for all features that shall share decoded images
   */
  public MarkovTexture decodedBy(ImageDecoder other) {
    return new MarkovTexture(Objects.requireNonNull(other, "decoder"));
  }

  /**
   * Measures one image as it is.
   *
   * @param image the pixels
   * @return the ten coefficients in the order given above, and the variance, 0 or more; empty where
   *     they are not determined
   */
  public Optional<double[]> measure(RgbImage image) {
    return measure(image.gray());
  }

  private static Optional<double[]> measure(GrayPlane gray) {
    int width = gray.width();
    int height = gray.height();
    int count = (width - 2 * REACH) * (height - 2 * REACH);
    if (width <= 2 * REACH || height <= 2 * REACH || count <= DOWN.length) {
      return Optional.empty();
    }
    double[] values = gray.toArray();
    double mean = 0;
    for (double value : values) {
      mean += value;
    }
    mean /= values.length;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
    return solved(new Sums(values, width, height), count);
  }

  private static Optional<double[]> solved(Sums sums, int count) {
    int size = DOWN.length;
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    DMatrixRMaj theta = new DMatrixRMaj(size, 1);
    if (!solver.setA(new DMatrixRMaj(size, size, true, sums.products.clone()))
        || !isDetermined(solver, sums.products)) {
      return Optional.empty();
    }
    solver.solve(new DMatrixRMaj(size, 1, true, sums.targets.clone()), theta);
    double explained = 0;
    double[] measured = new double[size + 1];
    for (int i = 0; i < size; i++) {
      measured[i] = theta.get(i);
      explained += theta.get(i) * sums.targets[i];
    }
    measured[size] = Math.max(0, (sums.squares - explained) / count);
    return Optional.of(measured);
  }

  /** Whether each pair varies beyond what follows from those before it, by more than rounding. */
  private static boolean isDetermined(LinearSolverDense<DMatrixRMaj> solver, double[] products) {
    CholeskyDecomposition_F64<DMatrixRMaj> decomposition = solver.getDecomposition();
    DMatrixRMaj factor = decomposition.getT(null);
    for (int i = 0; i < DOWN.length; i++) {
      double own = factor.get(i, i);
      if (own * own < LEAST_OWN_SHARE * products[i * DOWN.length + i]) {
        return false;
      }
    }
    return true;
  }

  /** The sums of a least-squares system over all pixels that have all neighbors. */
  private static final class Sums {
    final double[] products = new double[DOWN.length * DOWN.length];
    final double[] targets = new double[DOWN.length];
    double squares;

    Sums(double[] values, int width, int height) {
      int size = DOWN.length;
      int[] steps = new int[size];
      for (int r = 0; r < size; r++) {
        steps[r] = DOWN[r] * width + RIGHT[r];
      }
      double[] pairs = new double[size];
      for (int y = REACH; y < height - REACH; y++) {
        for (int at = y * width + REACH; at < (y + 1) * width - REACH; at++) {
          double value = values[at];
          squares += value * value;
          for (int r = 0; r < size; r++) {
            pairs[r] = values[at + steps[r]] + values[at - steps[r]];
          }
          for (int r = 0; r < size; r++) {
            targets[r] += pairs[r] * value;
            for (int c = 0; c <= r; c++) {
              products[r * size + c] += pairs[r] * pairs[c];
            }
          }
        }
      }
      for (int r = 0; r < size; r++) {
        for (int c = r + 1; c < size; c++) {
          products[r * size + c] = products[c * size + r];
        }
      }
    }
  }

  @Override
  public FeatureSpec spec() {
    return named("markov-texture", "fourth order, side " + SIDE)
        .facet("texture")
        .similarity(Similarities.euclidean())
        .alikeFrom(ALIKE)
        .build();
  }

  @Override
  protected int dimensions() {
    return DOWN.length + 1;
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    return measure(image.shrunkTo(SIDE))
        .map(
            measured -> {
              int last = measured.length - 1;
              measured[last] = Math.log10(measured[last] + LEAST_VARIANCE) / DECADES;
              return measured;
            });
  }
}
