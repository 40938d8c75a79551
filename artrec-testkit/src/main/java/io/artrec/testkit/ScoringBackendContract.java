package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackend;
import io.artrec.scoring.ScoringBackends;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every exact {@link ScoringBackend} must do: be the backend it says it is, multiply as the
 * reference loop does, whatever the shape, and refuse wrong lengths with a message. {@link
 * ApproximateBackendContract} checks those whose recall is below 1.
 */
public abstract class ScoringBackendContract {
  /** For subclasses. */
  protected ScoringBackendContract() {}

  /** {@return what is tested; each test closes the one it got} */
  protected abstract ScoringBackend backend();

  /**
   * Returns the name the backend must have, so that a silent fall-back to another fails.
   *
   * @return the expected {@link ScoringBackend#name()}
   */
  protected abstract String expectedName();

  @Test
  void name_isTheExpectedOne() {
    try (ScoringBackend backend = backend()) {
      assertThat(backend.name()).isEqualTo(expectedName());
    }
  }

  @Test
  void innerProducts_ofAHandWorkedMatrix() {
    FeatureMatrix matrix =
        FeatureMatrix.builder(3, 2)
            .set(0, new float[] {1, 2})
            .set(2, new float[] {-3, 0.5f})
            .build();
    double[] out = {9, 9, 9, 9};
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(matrix)) {
      assertThat(loaded.size()).isEqualTo(3);
      assertThat(loaded.dimensions()).isEqualTo(2);
      loaded.innerProducts(new float[] {2, 4}, out);
    }
    assertThat(out).containsExactly(10, 0, -4, 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021})
  void innerProducts_agreeWithTheReference(int dimensions) {
    SplittableRandom random = new SplittableRandom(dimensions);
    int block = FeatureMatrix.BLOCK;
    for (int size : new int[] {0, 1, 5, block - 1, block, block + 1, 2 * block + 17}) {
      FeatureMatrix matrix = matrix(random, size, dimensions);
      assertAgrees(matrix, vectors(random, 1, dimensions));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 16, 17, 40})
  void batches_agreeWithTheReferenceAndWithSingles(int queries) {
    SplittableRandom random = new SplittableRandom(queries);
    FeatureMatrix matrix = matrix(random, FeatureMatrix.BLOCK + 9, 31);
    assertAgrees(matrix, vectors(random, queries, 31));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 1021})
  void rowsWithFewValues_agreeWithTheReference(int dimensions) {
    SplittableRandom random = new SplittableRandom(dimensions);
    for (int size : new int[] {1, FeatureMatrix.BLOCK + 9, 2 * FeatureMatrix.BLOCK}) {
      FeatureMatrix.Builder builder = FeatureMatrix.builder(size, dimensions);
      float[][] rows = fewValues(random, size, dimensions);
      for (int i = 0; i < size; i++) {
        if (random.nextInt(5) > 0) {
          builder.set(i, rows[i]);
        }
      }
      FeatureMatrix matrix = builder.build();
      for (float[][] queries :
          List.of(vectors(random, 9, dimensions), fewValues(random, 9, dimensions))) {
        assertAgrees(matrix, queries);
        assertTop(matrix, queries, new int[queries.length][0], 10);
      }
    }
  }

  private static float[][] fewValues(SplittableRandom random, int count, int dimensions) {
    float[][] vectors = vectors(random, count, dimensions);
    for (float[] vector : vectors) {
      for (int d = 0; d < dimensions; d++) {
        vector[d] = random.nextInt(20) == 0 ? vector[d] : 0;
      }
    }
    return vectors;
  }

  @Test
  void extremes_giveFiniteProducts() {
    float[][] rows = new float[4][9];
    Arrays.fill(rows[0], Float.MAX_VALUE);
    Arrays.fill(rows[1], -Float.MAX_VALUE);
    Arrays.fill(rows[2], Float.MIN_VALUE);
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(rows.length, 9);
    for (int i = 0; i < rows.length; i++) {
      matrix.set(i, rows[i]);
    }
    assertAgrees(matrix.build(), rows);
  }

  @Test
  void wrongLengths_areRefused() {
    FeatureMatrix matrix = FeatureMatrix.builder(2, 3).build();
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(matrix)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loaded.innerProducts(new float[4], new double[2]))
          .withMessageContaining("query of 4 values, expected 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loaded.innerProducts(new float[3], new double[1]))
          .withMessageContaining("room for 1 results, expected 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loaded.innerProducts(new float[2][3], new double[1][2]))
          .withMessageContaining("room for the results of 1 queries, expected 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loaded.innerProducts(new float[] {0, Float.NaN, 0}, new double[2]))
          .withMessageContaining("value NaN at dimension 1");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // passing null is the point
  void null_isRefused() {
    try (ScoringBackend backend = backend()) {
      assertThatNullPointerException().isThrownBy(() -> backend.load(null));
    }
  }

  @Test
  void closedMatrix_refusesToAnswer() {
    try (ScoringBackend backend = backend()) {
      LoadedMatrix loaded = backend.load(FeatureMatrix.builder(1, 1).build());
      loaded.close();
      loaded.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> loaded.innerProducts(new float[1], new double[1]))
          .withMessageContaining("closed");
    }
  }

  @Test
  void top_ofAHandWorkedMatrix() {
    FeatureMatrix matrix =
        FeatureMatrix.builder(6, 1)
            .set(0, new float[] {1})
            .set(1, new float[] {3})
            .set(3, new float[] {2})
            .set(4, new float[] {3})
            .set(5, new float[] {-1})
            .build();
    float[][] queries = {{1}, {-1}, {0}, {1}};
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(matrix)) {
      List<TopRows> top =
          loaded.top(queries, 3, everything(loaded), new int[][] {{}, {0, 2, 5}, {}, {1}});
      assertThat(top)
          .containsExactly(
              new TopRows(new int[] {1, 4, 3}, new double[] {3, 3, 2}),
              new TopRows(new int[] {3, 1, 4}, new double[] {-2, -3, -3}),
              new TopRows(new int[] {0, 1, 3}, new double[] {0, 0, 0}),
              new TopRows(new int[] {4, 3, 0}, new double[] {3, 2, 1}));
      assertThat(loaded.top(queries, 0, everything(loaded), new int[4][0]))
          .allMatch(rows -> rows.size() == 0);
      assertThat(loaded.top(queries, 9, everything(loaded), new int[4][0]))
          .allMatch(rows -> rows.size() == 5);
      assertThat(loaded.top(new float[0][], 3, everything(loaded), new int[0][])).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loaded.top(queries, 3, everything(loaded), new int[3][0]))
          .withMessageContaining("4 queries, 3 lists of rows to leave out");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loaded.top(queries, -1, everything(loaded), new int[4][0]))
          .withMessageContaining("-1 rows for each");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> loaded.top(queries, 3, everything(loaded), new int[][] {{}, {2, 2}, {}, {}}))
          .withMessageContaining("row 2 to leave out follows 2, expected ascending (query 1)");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021})
  void top_isTheBestOfAllProducts(int dimensions) {
    SplittableRandom random = new SplittableRandom(dimensions);
    for (int size : new int[] {0, 1, 17, FeatureMatrix.BLOCK + 5, 2 * FeatureMatrix.BLOCK}) {
      FeatureMatrix matrix = matrix(random, size, dimensions);
      float[][] queries = vectors(random, 19, dimensions);
      int[][] excluded = new int[queries.length][];
      for (int q = 0; q < queries.length; q++) {
        excluded[q] = IntStream.range(0, size).filter(i -> random.nextInt(4) == 0).toArray();
      }
      assertTop(matrix, queries, excluded, 10);
    }
  }

  @Test
  void top_ofExtremes_isFinite() {
    float[][] rows = new float[3][9];
    Arrays.fill(rows[0], -Float.MAX_VALUE);
    Arrays.fill(rows[2], Float.MAX_VALUE);
    rows[1][0] = 1;
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(3, 9);
    for (int i = 0; i < 3; i++) {
      matrix.set(i, rows[i]);
    }
    assertTop(matrix.build(), rows, new int[3][0], 2);
  }

  private static BitSet everything(LoadedMatrix loaded) {
    BitSet all = new BitSet(loaded.size());
    all.set(0, loaded.size());
    return all;
  }

  private void assertTop(FeatureMatrix matrix, float[][] queries, int[][] excluded, int n) {
    BitSet all = new BitSet(matrix.size());
    all.set(0, matrix.size());
    BitSet third = new BitSet(matrix.size());
    IntStream.range(0, matrix.size()).filter(i -> i % 3 == 0).forEach(third::set);
    for (BitSet eligible : List.of(all, third, new BitSet())) {
      assertTop(matrix, queries, eligible, excluded, n);
    }
  }

  private void assertTop(
      FeatureMatrix matrix, float[][] queries, BitSet eligible, int[][] excluded, int n) {
    double[][] products = new double[queries.length][matrix.size()];
    List<TopRows> top;
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(matrix)) {
      loaded.innerProducts(queries, products);
      top = loaded.top(queries, n, eligible, excluded);
    }
    assertThat(top).hasSize(queries.length);
    for (int q = 0; q < queries.length; q++) {
      double[] of = products[q];
      int[] out = excluded[q];
      int[] expected =
          IntStream.range(0, matrix.size())
              .filter(eligible::get)
              .filter(i -> matrix.isPresent(i) && Arrays.binarySearch(out, i) < 0)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> -of[i]).thenComparing(i -> i))
              .limit(n)
              .mapToInt(i -> i)
              .toArray();
      assertThat(top.get(q))
          .as("query %d of %s", q, matrix)
          .isEqualTo(
              new TopRows(expected, Arrays.stream(expected).mapToDouble(i -> of[i]).toArray()));
    }
  }

  private void assertAgrees(FeatureMatrix matrix, float[][] queries) {
    double[][] expected = new double[queries.length][matrix.size()];
    double[][] actual = new double[queries.length][matrix.size()];
    double[] single = new double[matrix.size()];
    try (ScoringBackend reference = ScoringBackends.reference();
        LoadedMatrix loaded = reference.load(matrix)) {
      loaded.innerProducts(queries, expected);
    }
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(matrix)) {
      loaded.innerProducts(queries, actual);
      assertFewRowsAgree(loaded, queries, actual);
      for (int q = 0; q < queries.length; q++) {
        loaded.innerProducts(queries[q], single);
        for (int i = 0; i < matrix.size(); i++) {
          double tolerance = tolerance(matrix, i, queries[q]);
          assertThat(actual[q][i])
              .as("query %d, row %d of %s", q, i, matrix)
              .isCloseTo(expected[q][i], within(tolerance));
          assertThat(single[i])
              .as("query %d alone, row %d of %s", q, i, matrix)
              .isCloseTo(expected[q][i], within(tolerance));
        }
      }
    }
  }

  /** To the bit, in any order, and 0 where a row is missing. */
  private static void assertFewRowsAgree(
      LoadedMatrix loaded, float[][] queries, double[][] expected) {
    int[] rows =
        IntStream.range(0, loaded.size())
            .filter(i -> i % 3 == 0)
            .map(i -> loaded.size() - 1 - i)
            .toArray();
    double[][] few = new double[queries.length][rows.length];
    loaded.innerProducts(queries, rows, few);
    for (int q = 0; q < queries.length; q++) {
      for (int i = 0; i < rows.length; i++) {
        assertThat(few[q][i])
            .as("query %d, row %d alone", q, rows[i])
            .isEqualTo(expected[q][rows[i]]);
      }
    }
  }

  @Test
  void rowsThatAreNotThere_areRefused() {
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(FeatureMatrix.builder(2, 1).build())) {
      assertThatThrownBy(
              () -> loaded.innerProducts(new float[1][1], new int[] {2}, new double[1][1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> loaded.innerProducts(new float[1][1], new int[] {0, 1}, new double[1][1]))
          .withMessageContaining("room for 1 results, expected 2");
    }
  }

  @Test
  void capabilities_areThoseOfAnExactBackend() {
    try (ScoringBackend backend = backend()) {
      assertThat(backend.recall()).isEqualTo(1);
      assertThat(backend.batch()).isPositive();
    }
  }

  private static double tolerance(FeatureMatrix matrix, int artwork, float[] query) {
    return matrix
        .row(artwork)
        .map(row -> Float.MIN_NORMAL + 1e-5 * length(row) * length(query))
        .orElse(0.0);
  }

  private static double length(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static FeatureMatrix matrix(SplittableRandom random, int size, int dimensions) {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(size, dimensions);
    for (int i = 0; i < size; i++) {
      if (random.nextInt(5) > 0) {
        builder.set(i, vectors(random, 1, dimensions)[0]);
      }
    }
    return builder.build();
  }

  private static float[][] vectors(SplittableRandom random, int count, int dimensions) {
    float[][] vectors = new float[count][dimensions];
    for (float[] vector : vectors) {
      for (int d = 0; d < dimensions; d++) {
        vector[d] = (float) (2 * random.nextDouble() - 1);
      }
    }
    return vectors;
  }
}
