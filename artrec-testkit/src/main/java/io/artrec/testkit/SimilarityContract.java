package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Similarity} must do: be symmetric, stay in its range, be finite, scan a matrix
 * as it compares vectors, and refuse wrong lengths with a message.
 */
public abstract class SimilarityContract {
  private static final int ROWS = FeatureMatrix.BLOCK + 3;

  /** For subclasses. */
  protected SimilarityContract() {}

  /** {@return what is tested} */
  protected abstract Similarity similarity();

  /**
   * Tells whether negative values are in the domain; where not, they must be refused.
   *
   * @return true unless overridden
   */
  protected boolean acceptsNegativeValues() {
    return true;
  }

  /**
   * Tells whether nothing is more similar to a vector than itself.
   *
   * @return true unless overridden
   */
  protected boolean selfIsMostSimilar() {
    return true;
  }

  /**
   * Returns the vector lengths to test with.
   *
   * @return 1, 2, 7, 31 and 1021 unless overridden
   */
  protected int[] dimensions() {
    return new int[] {1, 2, 7, 31, 1021};
  }

  /**
   * Returns how far a scan may be from a comparison.
   *
   * @param query one vector
   * @param row the other
   * @param expected what comparing gives
   * @return 1e-5, in proportion to the vectors' lengths when the range is unbounded
   */
  protected double tolerance(float[] query, float[] row, double expected) {
    boolean bounded = Double.isFinite(similarity().range().max());
    return bounded
        ? 1e-5
        : Float.MIN_NORMAL + 1e-5 * Math.max(Math.abs(expected), length(query) * length(row));
  }

  @Test
  void name_isStableAndNotBlank() {
    assertThat(similarity().name()).isNotBlank().isEqualTo(similarity().name());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void compare_isSymmetricAndInRange(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int dimensions : dimensions()) {
      float[] a = vector(random, dimensions);
      float[] b = vector(random, dimensions);
      double score = similarity().compare(a, b);
      assertThat(similarity().compare(b, a))
          .as("b with a")
          .isCloseTo(score, within(1e-12 * size(score)));
      assertInRange(score);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void compare_withItself_isMaximal(long seed) {
    Assumptions.assumeTrue(selfIsMostSimilar(), "a vector need not be most similar to itself");
    SplittableRandom random = new SplittableRandom(seed);
    for (int dimensions : dimensions()) {
      float[] a = vector(random, dimensions);
      float[] b = vector(random, dimensions);
      assertThat(similarity().compare(a, a))
          .isGreaterThanOrEqualTo(similarity().compare(a, b) - 1e-12);
    }
  }

  @Test
  void compare_leavesVectorsAsTheyWere() {
    for (int dimensions : dimensions()) {
      float[] a = vector(new SplittableRandom(7), dimensions);
      float[] b = vector(new SplittableRandom(8), dimensions);
      float[] a0 = a.clone();
      float[] b0 = b.clone();
      similarity().compare(a, b);
      assertThat(a).isEqualTo(a0);
      assertThat(b).isEqualTo(b0);
    }
  }

  @Test
  void compare_ofZerosAndExtremes_isFiniteAndInRange() {
    for (int dimensions : dimensions()) {
      float[][] vectors = extremes(dimensions);
      for (float[] a : vectors) {
        for (float[] b : vectors) {
          assertInRange(similarity().compare(a, b));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void scan_agreesWithCompare(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int dimensions : dimensions()) {
      float[] query = vector(random, dimensions);
      float[] @Nullable [] rows = new float[ROWS][];
      for (int i = 0; i < ROWS; i++) {
        rows[i] = i % 5 == 3 ? null : vector(random, dimensions);
      }
      assertScans(query, rows);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void scan_ofRowsWithFewValues_agreesWithCompare(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int dimensions : dimensions()) {
      float[] @Nullable [] rows = new float[ROWS][];
      for (int i = 0; i < ROWS; i++) {
        rows[i] = i % 5 == 3 ? null : fewValues(random, dimensions);
      }
      assertScans(vector(random, dimensions), rows);
      assertScans(fewValues(random, dimensions), rows);
      float[] first = rows[0];
      if (first != null) {
        assertScans(first, rows);
      }
    }
  }

  private float[] fewValues(SplittableRandom random, int length) {
    float[] vector = vector(random, length);
    for (int d = 0; d < length; d++) {
      vector[d] = random.nextInt(20) == 0 ? vector[d] : 0;
    }
    return vector;
  }

  @Test
  void scan_ofZerosAndExtremes_agreesWithCompare() {
    for (int dimensions : dimensions()) {
      float[][] vectors = extremes(dimensions);
      for (float[] query : vectors) {
        assertScans(query, vectors);
      }
    }
  }

  @Test
  void scan_ofNoRows_leavesResultsAlone() {
    int dimensions = dimensions()[0];
    double[] out = {7};
    similarity()
        .scan(
            vector(new SplittableRandom(1), dimensions),
            FeatureMatrix.builder(0, dimensions).build(),
            out);
    assertThat(out).containsExactly(7);
  }

  @Test
  void scan_intoALongerArray_leavesTheRestAlone() {
    int dimensions = dimensions()[0];
    float[] vector = vector(new SplittableRandom(1), dimensions);
    double[] out = {5, 5, 5};
    FeatureMatrix matrix = FeatureMatrix.builder(2, dimensions).set(1, vector).build();
    similarity().scan(vector, matrix, out);
    assertThat(out[0]).as("missing row").isZero();
    assertThat(out[2]).as("beyond the matrix").isEqualTo(5);
  }

  @Test
  void otherLength_isRefused() {
    int dimensions = dimensions()[0];
    float[] vector = vector(new SplittableRandom(1), dimensions);
    float[] longer = vector(new SplittableRandom(1), dimensions + 1);
    FeatureMatrix matrix = FeatureMatrix.builder(1, dimensions).set(0, vector).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> similarity().compare(vector, longer))
        .withMessageContaining(String.valueOf(dimensions + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> similarity().scan(longer, matrix, new double[1]))
        .withMessageContaining("expected " + dimensions);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> similarity().scan(vector, matrix, new double[0]))
        .withMessageContaining("0 results");
  }

  @Test
  @SuppressWarnings("NullAway") // passing null is the point
  void null_isRefused() {
    float[] vector = vector(new SplittableRandom(1), dimensions()[0]);
    assertThatThrownBy(() -> similarity().compare(vector, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> similarity().compare(null, vector))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> similarity().scan(vector, null, new double[1]))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void nonFiniteValue_isRefused() {
    int dimensions = dimensions()[0];
    float[] vector = vector(new SplittableRandom(1), dimensions);
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] wrong = vector.clone();
      wrong[dimensions - 1] = bad;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> similarity().compare(vector, wrong))
          .withMessageContaining(String.valueOf(bad));
    }
  }

  @Test
  void negativeValue_isRefusedWhereOutsideTheDomain() {
    Assumptions.assumeFalse(acceptsNegativeValues(), "negative values are in the domain");
    int dimensions = dimensions()[0];
    float[] vector = vector(new SplittableRandom(1), dimensions);
    float[] negative = vector.clone();
    negative[dimensions - 1] = -0.5f;
    FeatureMatrix matrix = FeatureMatrix.builder(1, dimensions).set(0, negative).build();
    FeatureMatrix good = FeatureMatrix.builder(1, dimensions).set(0, vector).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> similarity().compare(vector, negative))
        .withMessageContaining("-0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> similarity().scan(vector, matrix, new double[1]))
        .withMessageContaining("-0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> similarity().scan(negative, good, new double[1]))
        .withMessageContaining("-0.5");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void embedding_makesTheSimilarityAnInnerProduct(long seed) {
    Assumptions.assumeTrue(
        similarity() instanceof InnerProductSimilarity, "not an inner-product similarity");
    InnerProductSimilarity inner = (InnerProductSimilarity) similarity();
    SplittableRandom random = new SplittableRandom(seed);
    for (int dimensions : dimensions()) {
      float[] a = vector(random, dimensions);
      float[] b = vector(random, dimensions);
      float[] profile = new float[dimensions];
      for (int d = 0; d < dimensions; d++) {
        profile[d] = inner.embed(a)[d] - 2 * inner.embed(b)[d];
      }
      float[] @Nullable [] rows = {vector(random, dimensions), null, vector(random, dimensions), a};
      double[] out = new double[rows.length];
      inner.scanEmbedded(profile, matrix(rows, dimensions), out);
      for (int i = 0; i < rows.length; i++) {
        float[] row = rows[i];
        double expected = row == null ? 0 : product(profile, inner.embed(row));
        assertThat(out[i])
            .as("row %d of %d dimensions", i, dimensions)
            .isCloseTo(expected, within(row == null ? 0 : 3 * tolerance(profile, row, expected)));
      }
      double[][] few = new double[1][5];
      inner.scanEmbedded(
          new float[][] {profile}, matrix(rows, dimensions), new int[] {3, 0, 1, 2, 0}, few);
      assertThat(few[0]).containsExactly(out[3], out[0], out[1], out[2], out[0]);
      assertThat(product(inner.embed(a), inner.embed(b)))
          .isCloseTo(inner.compare(a, b), within(tolerance(a, b, 0)));
    }
  }

  /**
   * Returns a random vector of the domain: dense, sparse or far from zero.
   *
   * @param random where it is drawn from
   * @param length its length
   * @return finite values
   */
  protected float[] vector(SplittableRandom random, int length) {
    float[] vector = new float[length];
    int shape = random.nextInt(3);
    for (int d = 0; d < length; d++) {
      double value = random.nextDouble() * 2 - 1;
      if (shape == 1) {
        value = random.nextInt(4) == 0 ? value : 0;
      } else if (shape == 2) {
        value = 3 + value;
      }
      vector[d] = (float) (acceptsNegativeValues() ? value : Math.abs(value));
    }
    return vector;
  }

  private float[][] extremes(int dimensions) {
    float[] fills = {0, 1, Float.MIN_VALUE, 1e-30f, 1e30f, Float.MAX_VALUE};
    float[][] vectors = new float[2 * fills.length][dimensions];
    for (int f = 0; f < fills.length; f++) {
      Arrays.fill(vectors[2 * f], fills[f]);
      for (int d = 0; d < dimensions; d += 2) {
        vectors[2 * f + 1][d] = acceptsNegativeValues() && d % 4 == 0 ? -fills[f] : fills[f];
      }
    }
    return vectors;
  }

  private void assertScans(float[] query, float[] @Nullable [] rows) {
    double[] out = new double[rows.length];
    Arrays.fill(out, 99);
    similarity().scan(query, matrix(rows, query.length), out);
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      double expected = row == null ? 0 : similarity().compare(query, row);
      assertThat(out[i])
          .as("row %d of %d dimensions", i, query.length)
          .isCloseTo(expected, within(row == null ? 0 : tolerance(query, row, expected)));
    }
  }

  private void assertInRange(double score) {
    double slack = 1e-9;
    assertThat(score).isFinite();
    assertThat(score)
        .isGreaterThanOrEqualTo(similarity().range().min() - slack)
        .isLessThanOrEqualTo(similarity().range().max() + slack);
  }

  private static FeatureMatrix matrix(float[] @Nullable [] rows, int dimensions) {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(rows.length, dimensions);
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      if (row != null) {
        builder.set(i, row);
      }
    }
    return builder.build();
  }

  private static double size(double score) {
    return Math.max(1, Math.abs(score));
  }

  private static double length(float[] vector) {
    return Math.sqrt(product(vector, vector));
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
