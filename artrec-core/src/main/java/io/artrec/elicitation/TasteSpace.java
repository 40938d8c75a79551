package io.artrec.elicitation;

import io.artrec.feature.FeatureStore;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Works in the few directions in which most of a collection differs: principal components of all
 * features together, from up to {@value #LANDMARKS} works evenly spread over the catalogue, to
 * which the others are brought by their products (Williams and Seeger, Using the Nyström method to
 * speed up kernel machines, NIPS 2001). What the directions leave of a work is kept as its rest.
 * For n works whose rows have v values, and k directions, O(k·n·v) time and 4·k·n bytes. Immutable.
 */
final class TasteSpace {
  /** How many works the directions are found in. */
  static final int LANDMARKS = 512;

  /** Directions of less of the variance are rounding. */
  private static final double ROUNDING = 1e-7;

  private static final int TOGETHER = 8;

  private final FeatureMatrix coordinates;
  private final float[] rests;
  private final double explained;

  private TasteSpace(FeatureMatrix coordinates, float[] rests, double explained) {
    this.coordinates = coordinates;
    this.rests = rests;
    this.explained = explained;
  }

  /**
   * Finds the directions.
   *
   * @param most how many directions, fewer where there are not as many
   * @param scale what coordinates are multiplied by; with 1 the mean square of a work is 1
   */
  static TasteSpace fit(FeatureStore store, int most, double scale) {
    List<TasteFeature> features = new ArrayList<>();
    double total = 0;
    for (FeatureStore.Entry entry : store.entries()) {
      TasteFeature feature = TasteFeature.of(entry).orElse(null);
      if (feature != null) {
        features.add(feature);
        total += entry.weight();
      }
    }
    List<TasteFeature> shared = new ArrayList<>();
    for (TasteFeature feature : features) {
      shared.add(feature.shared(total / (scale * scale)));
    }
    BitSet described = new BitSet(store.artworks());
    for (int work = 0; work < store.artworks(); work++) {
      int index = work;
      described.set(work, shared.stream().anyMatch(feature -> feature.has(index)));
    }
    int[] landmarks = spread(described, LANDMARKS);
    double[][] weights = directions(shared, landmarks, most);
    double[][] all = new double[weights.length][];
    for (int from = 0; from < weights.length; from += TOGETHER) {
      double[][] some =
          Arrays.copyOfRange(weights, from, Math.min(weights.length, from + TOGETHER));
      double[][] out = new double[some.length][store.artworks()];
      shared.forEach(feature -> feature.addCoordinates(landmarks, some, out));
      System.arraycopy(out, 0, all, from, out.length);
    }
    double[] squares = new double[store.artworks()];
    shared.forEach(feature -> feature.addSquares(squares));
    return of(all, squares, described);
  }

  /** As many works as wanted of some, evenly spread. */
  static int[] spread(BitSet works, int wanted) {
    int[] all = works.stream().toArray();
    int count = Math.min(wanted, all.length);
    return IntStream.range(0, count).map(i -> all[(int) ((long) i * all.length / count)]).toArray();
  }

  /** What of each landmark makes a coordinate, {@code [coordinates][landmarks]}. */
  private static double[][] directions(List<TasteFeature> features, int[] landmarks, int most) {
    if (landmarks.length == 0) {
      return new double[0][];
    }
    DMatrixRMaj products = new DMatrixRMaj(landmarks.length, landmarks.length);
    features.forEach(feature -> feature.addProducts(landmarks, products));
    double variance = CommonOps_DDRM.trace(products);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(landmarks.length, true, true);
    if (!eigen.decompose(products)) {
      throw new ArithmeticException("the directions of taste did not converge");
    }
    int[] order =
        IntStream.range(0, landmarks.length)
            .filter(i -> eigen.getEigenvalue(i).getReal() > ROUNDING * variance)
            .boxed()
            .sorted(
                (a, b) ->
                    Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()))
            .limit(most)
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] weights = new double[order.length][landmarks.length];
    for (int c = 0; c < order.length; c++) {
      double length = Math.sqrt(eigen.getEigenvalue(order[c]).getReal());
      double[] vector = eigen.getEigenVector(order[c]).data;
      for (int i = 0; i < landmarks.length; i++) {
        weights[c][i] = vector[i] / length;
      }
    }
    return weights;
  }

  private static TasteSpace of(double[][] coordinates, double[] squares, BitSet described) {
    FeatureMatrix.Builder builder =
        FeatureMatrix.builder(squares.length, Math.max(1, coordinates.length));
    float[] rests = new float[squares.length];
    double held = 0;
    double whole = 0;
    float[] row = new float[Math.max(1, coordinates.length)];
    for (int work = described.nextSetBit(0); work >= 0; work = described.nextSetBit(work + 1)) {
      double square = 0;
      for (int c = 0; c < coordinates.length; c++) {
        row[c] = (float) coordinates[c][work];
        square += (double) row[c] * row[c];
      }
      builder.set(work, row);
      rests[work] = (float) Math.max(0, squares[work] - square);
      held += square;
      whole += Math.max(square, squares[work]);
    }
    return new TasteSpace(builder.build(), rests, whole > 0 ? held / whole : 0);
  }

  int dimensions() {
    return coordinates.dimensions();
  }

  /** Whether anything is known of a work. */
  boolean has(int work) {
    return coordinates.isPresent(work);
  }

  BitSet works() {
    return coordinates.presentRows();
  }

  /** Where a work is. */
  double[] at(int work) {
    float[] row = new float[coordinates.dimensions()];
    coordinates.copyRow(work, row);
    double[] at = new double[row.length];
    for (int d = 0; d < row.length; d++) {
      at[d] = row[d];
    }
    return at;
  }

  /** The variance of what a taste makes of a work beyond where it is. */
  double rest(int work) {
    return rests[work];
  }

  /** The works' products with a taste; 0 for works of which nothing is known. */
  double[] products(double[] taste) {
    float[] query = new float[taste.length];
    for (int d = 0; d < query.length; d++) {
      query[d] = (float) taste[d];
    }
    double[] out = new double[coordinates.size()];
    coordinates.innerProducts(query, out);
    return out;
  }

  /** The share of the works' variance that the directions hold. */
  double explained() {
    return explained;
  }
}
