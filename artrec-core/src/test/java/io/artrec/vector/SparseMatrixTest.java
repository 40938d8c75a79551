package io.artrec.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.kernel.internal.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse blocks against the rows they were built from, and their products against plain sums. */
class SparseMatrixTest {
  private static final int[] SIZES = {0, 1, 5, 1023, 1024, 1025, 2500};

  /** Some rows, some missing, some of zeros, else about one value in {@code s}. */
  private static List<Optional<float[]>> rows(
      SplittableRandom random, int size, int dimensions, int s) {
    List<Optional<float[]>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(random.nextInt(6) == 0 ? Optional.empty() : Optional.of(row(random, dimensions, s)));
    }
    return rows;
  }

  private static float[] row(SplittableRandom random, int dimensions, int s) {
    float[] row = new float[dimensions];
    boolean zero = random.nextInt(8) == 0;
    for (int d = 0; d < dimensions; d++) {
      row[d] = zero || random.nextInt(s) != 0 ? 0 : (float) random.nextDouble(-1, 2);
    }
    return row;
  }

  private static FeatureMatrix matrix(List<Optional<float[]>> rows, int dimensions) {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(rows.size(), dimensions);
    for (int i = 0; i < rows.size(); i++) {
      int at = i;
      rows.get(i).ifPresent(row -> builder.set(at, row));
    }
    return builder.build();
  }

  private static void assertHolds(FeatureMatrix matrix, List<Optional<float[]>> rows) {
    assertThat(matrix.size()).isEqualTo(rows.size());
    float[] copy = new float[matrix.dimensions()];
    for (int i = 0; i < rows.size(); i++) {
      assertThat(matrix.isPresent(i)).isEqualTo(rows.get(i).isPresent());
      assertThat(matrix.copyRow(i, copy)).isEqualTo(rows.get(i).isPresent());
      if (rows.get(i).isPresent()) {
        assertThat(copy).isEqualTo(rows.get(i).get());
        assertThat(matrix.row(i)).contains(copy);
      }
    }
  }

  private static boolean isSparse(FeatureMatrix matrix) {
    return IntStream.range(0, matrix.blockCount()).allMatch(matrix::isSparse);
  }

  @Test
  void storageOfAHandWorkedMatrix() {
    float[] first = new float[32];
    first[3] = 2;
    first[31] = -1;
    FeatureMatrix matrix = FeatureMatrix.builder(3, 32).set(0, first).build();
    SparseRows rows = matrix.sparseBlock(0);
    assertThat(rows.starts()).containsExactly(0, 2, 2, 2);
    assertThat(rows.columns()).containsExactly(3, 31);
    assertThat(rows.values()).containsExactly(2, -1);
    double[] out = new double[3];
    float[] query = new float[32];
    query[3] = 5;
    query[31] = 0.5f;
    matrix.innerProducts(query, out);
    assertThat(out).containsExactly(9.5, 0, 0);
    assertThat(matrix.inverseNorms()[0]).isEqualTo((float) (1 / Math.sqrt(5)));
    assertThat(matrix.means()).containsExactly(1 / 32.0, 0, 0);
    assertThat(matrix.lowest()).isEqualTo(-1);
    assertThat(matrix.largest()).isEqualTo(2);
    assertThatThrownBy(() -> matrix.block(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("block 0 is sparse; ask isSparse first, or read rows with copyRow");
  }

  @Test
  void zerosDecideHowABlockLies() {
    float[] row = new float[32];
    for (int d = 0; d < 4; d++) {
      row[d] = 1;
    }
    FeatureMatrix eighth = FeatureMatrix.builder(1, 32).set(0, row).build();
    assertThat(eighth.isSparse(0)).isFalse();
    assertThatThrownBy(() -> eighth.sparseBlock(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("block 0 is dense");
    row[0] = -0f;
    assertThat(FeatureMatrix.builder(1, 32).set(0, row).build().isSparse(0)).isTrue();
    assertThat(FeatureMatrix.builder(1, 31).build().isSparse(0)).as("short rows").isFalse();
    assertThat(FeatureMatrix.builder(1, 32).build().isSparse(0)).as("no rows").isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 32, 100, 1021})
  void rowsAndStatistics_areThoseOfTheRows(int dimensions) {
    SplittableRandom random = new SplittableRandom(dimensions);
    for (int size : SIZES) {
      List<Optional<float[]>> rows = rows(random, size, dimensions, 20);
      FeatureMatrix matrix = matrix(rows, dimensions);
      assertThat(isSparse(matrix)).isEqualTo(size == 0 || dimensions >= 32);
      assertHolds(matrix, rows);
      float lowest = 0;
      float largest = 0;
      for (int i = 0; i < size; i++) {
        float[] row = rows.get(i).orElse(new float[dimensions]);
        double sum = 0;
        double square = 0;
        for (float value : row) {
          sum += value;
          square += (double) value * value;
          lowest = Math.min(lowest, value);
          largest = Math.max(largest, Math.abs(value));
        }
        double deviation = 0;
        for (float value : row) {
          deviation += (value - sum / dimensions) * (value - sum / dimensions);
        }
        boolean constant = true;
        for (float value : row) {
          constant &= value == row[0];
        }
        assertThat(matrix.means()[i]).isCloseTo(sum / dimensions, within(1e-12));
        assertThat(matrix.inverseNorms()[i])
            .isEqualTo(square > 0 ? (float) (1 / Math.sqrt(square)) : 0);
        float expected = constant ? 0 : (float) (1 / Math.sqrt(deviation));
        assertThat(matrix.inverseDeviations()[i]).isCloseTo(expected, within(1e-5f * expected));
      }
      assertThat(matrix.lowest()).isEqualTo(lowest);
      assertThat(matrix.largest()).isEqualTo(largest);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 100, 1021})
  void products_areThoseOfTheDenseMatrix_byRowsAndByLists(int dimensions) {
    SplittableRandom random = new SplittableRandom(dimensions);
    for (int size : SIZES) {
      List<Optional<float[]>> rows = rows(random, size, dimensions, 20);
      FeatureMatrix matrix = matrix(rows, dimensions);
      float[][] queries = {
        row(random, dimensions, 1),
        new float[dimensions],
        row(random, dimensions, 3),
        row(random, dimensions, 30)
      };
      for (Kernels kernels : Kernels.available()) {
        double[][] out = new double[queries.length][size];
        matrix.innerProducts(kernels, queries, out);
        for (int q = 0; q < queries.length; q++) {
          double[] alone = new double[size];
          matrix.innerProducts(queries[q], alone);
          assertThat(alone).isEqualTo(out[q]);
          for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int d = 0; d < dimensions && rows.get(i).isPresent(); d++) {
              sum += (double) queries[q][d] * rows.get(i).get()[d];
            }
            assertThat(out[q][i]).as("query %d, row %d", q, i).isEqualTo((float) sum);
          }
        }
      }
    }
  }

  @Test
  void productsBeyondFloat_areDouble() {
    float[] row = new float[64];
    row[1] = Float.MAX_VALUE;
    row[2] = -Float.MAX_VALUE;
    double largest = Float.MAX_VALUE;
    for (int size : new int[] {1, 2000}) {
      FeatureMatrix matrix = FeatureMatrix.builder(size, 64).set(size - 1, row).build();
      double[] out = new double[size];
      float[] one = new float[64];
      one[1] = Float.MAX_VALUE;
      matrix.innerProducts(one, out);
      assertThat(out[size - 1]).isEqualTo(largest * largest);
      matrix.innerProducts(row, out);
      assertThat(out[size - 1]).isEqualTo(2 * largest * largest);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void slicesAndGatheredRows_equalMatricesBuiltSo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int size : SIZES) {
      List<Optional<float[]>> rows = rows(random, size, 100, 20);
      FeatureMatrix matrix = matrix(rows, 100);
      for (int[] part : new int[][] {{0, 1}, {0, 40}, {37, 63}, {99, 1}, {0, 100}}) {
        List<Optional<float[]>> parts =
            rows.stream()
                .map(row -> row.map(all -> Arrays.copyOfRange(all, part[0], sum(part))))
                .toList();
        assertThat(matrix.slice(part[0], part[1])).isEqualTo(matrix(parts, part[1]));
      }
      int[] some = random.ints(size == 0 ? 0 : 1500, 0, Math.max(1, size)).toArray();
      assertThat(matrix.gather(some))
          .isEqualTo(matrix(IntStream.of(some).mapToObj(rows::get).toList(), 100));
    }
  }

  private static int sum(int[] values) {
    return IntStream.of(values).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void changedMatrix_equalsOneBuiltSo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int dimensions = random.nextInt(20, 80);
    int size = SIZES[random.nextInt(SIZES.length)];
    List<Optional<float[]>> rows = rows(random, size, dimensions, 20);
    FeatureMatrix matrix = matrix(rows, dimensions);
    for (int round = 0; round < 12; round++) {
      int before = rows.size();
      int length = dimensions + (random.nextInt(3) == 0 ? random.nextInt(30) : 0);
      int count = random.nextInt(4) == 0 ? random.nextInt(3000) : before;
      Map<Integer, Optional<float[]>> changed = new HashMap<>();
      int s = random.nextBoolean() ? 1 : 40;
      for (int i = random.nextInt(1200); i > 0 && count > 0; i--) {
        changed.put(
            random.nextInt(count),
            random.nextInt(5) == 0 ? Optional.empty() : Optional.of(row(random, length, s)));
      }
      List<Optional<float[]>> after = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Optional<float[]> old = i < before ? rows.get(i) : Optional.empty();
        after.add(changed.getOrDefault(i, old.map(row -> Arrays.copyOf(row, length))));
      }
      matrix.inverseNorms();
      FeatureMatrix next = matrix.with(count, length, changed);
      assertHolds(matrix, rows);
      assertHolds(next, after);
      FeatureMatrix built = matrix(after, length);
      assertThat(next).as("seed %d, round %d", seed, round).isEqualTo(built);
      assertThat(next.hashCode()).isEqualTo(built.hashCode());
      assertThat(next.inverseNorms()).isEqualTo(built.inverseNorms());
      matrix = next;
      rows = after;
      dimensions = length;
    }
  }

  @Test
  void rowsSetAgain_countOnce() {
    SplittableRandom random = new SplittableRandom(3);
    FeatureMatrix.Builder builder = FeatureMatrix.builder(3, 40);
    float[] last = row(random, 40, 20);
    for (int i = 0; i < 50; i++) {
      builder.set(1, row(random, 40, i % 2 == 0 ? 1 : 20)).set(1, last);
    }
    List<Optional<float[]>> rows = List.of(Optional.empty(), Optional.of(last), Optional.empty());
    assertThat(builder.build()).isEqualTo(matrix(rows, 40));
    assertHolds(builder.build(), rows);
  }

  @Test
  void rowsSetByManyThreads_areAllThere() {
    List<Optional<float[]>> rows = rows(new SplittableRandom(1), 3000, 50, 20);
    FeatureMatrix.Builder builder = FeatureMatrix.builder(3000, 50);
    IntStream.range(0, 3000)
        .parallel()
        .forEach(i -> rows.get(i).ifPresent(row -> builder.set(i, row)));
    assertThat(builder.build()).isEqualTo(matrix(rows, 50));
  }

  @Test
  void rowsThatDoNotFit_areRefused() {
    assertRefused(new int[] {0, 2}, new int[] {1}, new float[] {1}, "end at 2, expected 0 and");
    assertRefused(new int[] {1, 1}, new int[] {1}, new float[] {1}, "rows begin at 1");
    assertRefused(
        new int[] {0, 2, 1}, new int[] {1}, new float[] {1}, "row begins at 2, expected 0 to 1");
    assertRefused(
        new int[] {0, -1, 1}, new int[] {1}, new float[] {1}, "row begins at -1, expected 0 to 1");
    assertRefused(new int[] {0, 1}, new int[] {40}, new float[] {1}, "dimension 40, expected 0 to");
    assertRefused(new int[] {0, 1}, new int[] {-1}, new float[] {1}, "dimension -1, expected 0 to");
    assertRefused(
        new int[] {0, 2}, new int[] {3, 3}, new float[] {1, 1}, "dimension 3, expected 4 to 39");
    assertRefused(new int[] {0, 1}, new int[] {3}, new float[] {0}, "value 0.0 at dimension 3");
    assertRefused(
        new int[] {0, 1}, new int[] {3}, new float[] {Float.NaN}, "value NaN at dimension 3");
    assertRefused(new int[0], new int[0], new float[0], "matrix of -1 × 40");
    SparseRows one = SparseRows.of(40, new int[] {0, 1}, new int[] {3}, new float[] {1});
    BitSet none = new BitSet();
    assertThatThrownBy(() -> FeatureMatrix.builder(1, 40).setBlock(0, one, none))
        .hasMessage("value 1.0 at dimension 3, expected 0 in a missing row (row 0)");
    assertThatThrownBy(() -> FeatureMatrix.builder(2, 40).setBlock(0, one, none))
        .hasMessage("a block has 1 rows of 40 dimensions, expected 2 of 40");
    assertThatThrownBy(() -> FeatureMatrix.builder(1, 41).setBlock(0, one, none))
        .hasMessageContaining("expected 1 of 41");
  }

  private static void assertRefused(int[] starts, int[] columns, float[] values, String message) {
    assertThatThrownBy(() -> SparseRows.of(40, starts, columns, values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
