package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackend;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ScoringBackend} must do whose recall is below 1: find among forty works, of those
 * that may be found and no others, as many of the best ten as it says.
 */
public abstract class ApproximateBackendContract {
  private static final int ROWS = 2_500;
  private static final int DIMENSIONS = 48;
  private static final int QUERIES = 50;

  /** For subclasses. */
  protected ApproximateBackendContract() {}

  /** {@return what is tested; each test closes the one it got} */
  protected abstract ScoringBackend backend();

  @Test
  void recall_isAtLeastWhatIsStated() {
    SplittableRandom random = new SplittableRandom(3);
    FeatureMatrix matrix = matrix(random);
    float[][] queries = vectors(random, QUERIES);
    BitSet eligible = new BitSet(ROWS);
    IntStream.range(0, ROWS).filter(i -> i % 5 != 0).forEach(eligible::set);
    int[][] excluded = new int[QUERIES][];
    for (int q = 0; q < QUERIES; q++) {
      excluded[q] = IntStream.range(0, ROWS).filter(i -> random.nextInt(9) == 0).toArray();
    }
    List<TopRows> best = matrix.top(queries, 10, eligible, excluded);
    int hits = 0;
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(matrix)) {
      assertThat(backend.recall()).isStrictlyBetween(0.0, 1.0);
      List<TopRows> found = loaded.top(queries, 40, eligible, excluded);
      for (int q = 0; q < QUERIES; q++) {
        Set<Integer> rows = new HashSet<>();
        for (int i = 0; i < found.get(q).size(); i++) {
          int row = found.get(q).artwork(i);
          assertThat(eligible.get(row) && matrix.isPresent(row)).as("row %d", row).isTrue();
          assertThat(excluded[q]).doesNotContain(row);
          assertThat(rows.add(row)).as("row %d twice", row).isTrue();
        }
        assertThat(rows).hasSizeLessThanOrEqualTo(40);
        for (int i = 0; i < best.get(q).size(); i++) {
          hits += rows.contains(best.get(q).artwork(i)) ? 1 : 0;
        }
      }
      assertThat(hits / (10.0 * QUERIES)).isGreaterThanOrEqualTo(backend.recall());
    }
  }

  @Test
  void fewerThanAskedFor_areAllFound() {
    SplittableRandom random = new SplittableRandom(4);
    FeatureMatrix matrix = matrix(random);
    BitSet three = new BitSet();
    IntStream.range(0, ROWS).filter(matrix::isPresent).limit(3).forEach(three::set);
    try (ScoringBackend backend = backend();
        LoadedMatrix loaded = backend.load(matrix)) {
      TopRows found = loaded.top(vectors(random, 1), 40, three, new int[1][0]).get(0);
      assertThat(found.size()).isEqualTo(3);
      assertThat(loaded.top(vectors(random, 1), 40, new BitSet(), new int[1][0]).get(0).size())
          .isZero();
    }
  }

  private static FeatureMatrix matrix(SplittableRandom random) {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(ROWS, DIMENSIONS);
    float[][] rows = vectors(random, ROWS);
    for (int row = 0; row < ROWS; row++) {
      if (random.nextInt(20) > 0) {
        builder.set(row, rows[row]);
      }
    }
    return builder.build();
  }

  private static float[][] vectors(SplittableRandom random, int count) {
    float[][] vectors = new float[count][DIMENSIONS];
    for (float[] vector : vectors) {
      for (int d = 0; d < DIMENSIONS; d++) {
        vector[d] = (float) (2 * random.nextDouble() - 1);
      }
    }
    return vectors;
  }
}
