package io.artrec.cf.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.Movies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseMatrixBuilder;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PureSvdTest {
  @Test
  void oneDirection_byHand() {
    // X^T X = [[2, 1], [1, 1]] has the first eigenvector (g, 1) / |(g, 1)| with g the golden ratio
    Behavior world = Behavior.of(2).likes(0, 0, 1).likes(1, 0);
    Scorer scorer = PureSvd.factors(1).train(world.context());
    double golden = (1 + Math.sqrt(5)) / 2;
    double square = golden * golden + 1;
    Scores scores = scorer.score(world.query(1), Candidates.all(2));
    assertThat(scores.value(0)).isEqualTo(golden * golden / square, within(1e-7));
    assertThat(scores.value(1)).isEqualTo(golden / square, within(1e-7));
    assertThat(scores.contributions(1)).hasSize(1);
  }

  @Test
  void diagonalMatrix_hasTheGreatestEntriesAsDirections() {
    float[] entries = {3, -7, 0.5f, 6, 1};
    SparseMatrix diagonal =
        new SparseMatrix(5, new int[] {0, 1, 2, 3, 4, 5}, new int[] {0, 1, 2, 3, 4}, entries);
    RandomizedSvd.Vectors found = decompose(diagonal, 2, 0, 60);
    assertThat(found.values()).containsExactly(new double[] {7, 6}, within(1e-9));
    assertThat(Math.abs(found.vectors()[0][1])).isEqualTo(1, within(1e-9));
    assertThat(Math.abs(found.vectors()[1][3])).isEqualTo(1, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void projection_isThatOfAnExactDecomposition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean tall = seed % 2 == 0;
    SparseMatrix matrix = withGap(tall ? 130 : 90, tall ? 90 : 130, 7, random);
    RandomizedSvd.Vectors found = decompose(matrix, 7, 20, 20);
    RandomizedSvd.Vectors exact = exact(matrix, 7);
    assertThat(found.values()).containsExactly(exact.values(), within(1e-6 * exact.values()[0]));
    double[][] actual = projection(found.vectors());
    double[][] expected = projection(exact.vectors());
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-6));
    }
  }

  @Test
  void flatSpectrum_scoresAreThoseOfAnExactDecomposition() {
    Behavior world = Behavior.random(200, 320, 0.3, 11);
    Scorer scorer = PureSvd.factors(15).train(world.context());
    SparseMatrix matrix = FeedbackEntries.matrix(Feedback.PREFERENCE, world.context());
    RandomizedSvd.Vectors exact = exact(matrix, 16);
    assertThat(exact.values()[15] / exact.values()[14]).as("flat").isGreaterThan(0.98);
    double[][] expected = scores(matrix, first(exact.vectors(), 15));
    for (int user = 0; user < 200; user++) {
      assertThat(Behavior.values(scorer.score(world.query(user), Candidates.all(320))))
          .containsExactly(expected[user], within(1e-5));
    }
  }

  @Test
  void densePartOfMovies_scoresAreThoseOfAnExactDecomposition() {
    SparseMatrix matrix =
        densest(FeedbackEntries.matrix(Feedback.ANY, Movies.all().context()), 600, 1500);
    double[][] exact = exact(matrix, 15).vectors();
    PureSvd standard = PureSvd.factors(15);
    double[][] found =
        decompose(matrix, 15, standard.oversampling(), standard.iterations()).vectors();
    double[][] expected = scores(matrix, exact);
    double[][] actual = scores(matrix, found);
    for (int user = 0; user < expected.length; user++) {
      assertThat(actual[user]).containsExactly(expected[user], within(1e-5));
    }
  }

  @Test
  void equalSingularValuesOnBothSidesOfTheCut_areFoundOften() {
    float[] entries = new float[90];
    Arrays.fill(entries, 0.5f);
    Arrays.fill(entries, 0, 60, 1);
    entries[7] = 5;
    SparseMatrix diagonal =
        new SparseMatrix(
            90, IntStream.rangeClosed(0, 90).toArray(), IntStream.range(0, 90).toArray(), entries);
    assertThat(decompose(diagonal, 4, 20, 200).values())
        .containsExactly(new double[] {5, 1, 1, 1}, within(1e-9));
  }

  @Test
  void withoutOversampling_directionsSettle() {
    SparseMatrix matrix =
        FeedbackEntries.matrix(Feedback.POSITIVE, Behavior.random(90, 60, 0.2, 3).context());
    double[][] actual = projection(decompose(matrix, 8, 0, 2000).vectors());
    double[][] expected = projection(exact(matrix, 8).vectors());
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-6));
    }
  }

  @Test
  void scorer_holdsTheProjectionOfTheDecomposition() {
    Behavior world = Behavior.random(60, 45, 0.15, 5);
    PureSvd strategy = PureSvd.factors(6);
    PureSvdScorer scorer = (PureSvdScorer) strategy.train(world.context());
    double[][] expected =
        projection(
            exact(FeedbackEntries.matrix(Feedback.PREFERENCE, world.context()), 6).vectors());
    for (int i = 0; i < 45; i++) {
      for (int j = 0; j < 45; j++) {
        assertThat(scorer.product(i, j)).isEqualTo(expected[i][j], within(1e-6));
      }
    }
  }

  @Test
  void fewIterations_keepDirectionsAtRightAngles() {
    SparseMatrix matrix =
        FeedbackEntries.matrix(Feedback.POSITIVE, Behavior.random(80, 70, 0.1, 3).context());
    double[][] vectors = decompose(matrix, 10, 0, 1).vectors();
    for (int a = 0; a < 10; a++) {
      for (int b = 0; b <= a; b++) {
        double product = 0;
        for (int i = 0; i < 70; i++) {
          product += vectors[a][i] * vectors[b][i];
        }
        assertThat(product).isEqualTo(a == b ? 1 : 0, within(1e-12));
      }
    }
  }

  @Test
  void matrixOfLessRankThanFactors_givesAsManyDirectionsAsItHas() {
    Behavior world = Behavior.of(6).likes(0, 0, 1).likes(1, 0, 1).likes(2, 2).likes(3, 2);
    SparseMatrix matrix = FeedbackEntries.matrix(Feedback.POSITIVE, world.context());
    assertThat(decompose(matrix, 50, 20, 20).values())
        .containsExactly(new double[] {2, Math.sqrt(2)}, within(1e-9));
    Scores scores =
        PureSvd.factors(50).train(world.context()).score(world.query(0), Candidates.all(6));
    assertThat(scores.value(0)).isEqualTo(1, within(1e-6));
    assertThat(scores.isScored(2)).as("at a right angle").isFalse();
    assertThat(scores.isScored(5)).as("nobody had to do with it").isFalse();
  }

  @Test
  void asManyFactorsAsRank_giveTheHistoryBackAndNothingElse() {
    Behavior world = Behavior.random(10, 30, 0.3, 8);
    Scorer scorer = PureSvd.factors(10).train(world.context());
    assertThat(world.unseen(scorer, 4, 30)).isEmpty();
  }

  @Test
  void threads_doNotChangeDirections() {
    Behavior world = Behavior.random(80, 60, 0.1, 4);
    Scorer one = PureSvd.factors(9).train(world.context(1));
    Scorer four = PureSvd.factors(9).train(world.context(4));
    for (int user = 0; user < 10; user++) {
      assertThat(Behavior.values(four.score(world.query(user), Candidates.all(60))))
          .isEqualTo(Behavior.values(one.score(world.query(user), Candidates.all(60))));
    }
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    Scorer scorer = PureSvd.factors(2).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).as("%d", user).containsExactly(user);
    }
  }

  @Test
  void dislike_lowersTheScoresOfItsLike() {
    Behavior world = Behavior.of(5);
    for (int u = 0; u < 10; u++) {
      world.likes(u, u % 2 == 0 ? new int[] {0, 1, 4} : new int[] {2, 3});
    }
    world.likes(10, 0).likes(11, 0).event(11, 4, InteractionKind.DISLIKE);
    Scorer scorer = PureSvd.factors(2).train(world.context());
    double neutral = scorer.score(world.query(10), Candidates.all(5)).value(1);
    double against = scorer.score(world.query(11), Candidates.all(5)).value(1);
    assertThat(against).isLessThan(neutral - 0.1);
  }

  @Test
  void degenerateWorlds_train() {
    Behavior wide = Behavior.of(100).likes(0, IntStream.range(0, 100).toArray());
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(3).likes(0, 0, 1, 2).likes(1, 0, 1, 2).likes(2, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(2).event(0, 0, InteractionKind.UNFAVORITE),
            Behavior.of(2).rates(0, 0, 3).rates(0, 1, 3),
            Behavior.of(2).likes(0, 0).likes(0, 0),
            wide)) {
      int works = world.catalog().size();
      for (int factors : new int[] {1, 2, 200}) {
        Scores scores =
            PureSvd.factors(factors)
                .train(world.context())
                .score(world.query(0), Candidates.all(works));
        assertThat(scores.candidates().size()).isEqualTo(works);
      }
    }
  }

  @Test
  void parameters_areCheckedAndReadFromText() {
    assertThat(CfStrategies.parse("pure-svd"))
        .isEqualTo(PureSvd.factors(50))
        .hasToString("pure-svd:factors=50,oversampling=50,iterations=200,feedback=preference");
    PureSvd changed = PureSvd.factors(15).oversampling(3).iterations(7).feedback(Feedback.POSITIVE);
    assertThat(CfStrategies.parse(changed.toString())).isEqualTo(changed);
    assertThat(CfStrategies.parse("pure-svd:factors=15")).isEqualTo(PureSvd.factors(15));
    assertThatThrownBy(() -> PureSvd.factors(0))
        .hasMessage("factors of pure-svd is 0, expected 1 or more");
    assertThatThrownBy(() -> PureSvd.factors(1).oversampling(-1))
        .hasMessage("oversampling of pure-svd is -1, expected 0 or more");
    assertThatThrownBy(() -> PureSvd.factors(1).iterations(0))
        .hasMessage("iterations of pure-svd is 0, expected 1 or more");
    assertThatThrownBy(() -> PureSvd.factors(1).feedback(Feedback.RATING))
        .hasMessage("feedback of pure-svd is rating, expected one of preference, positive, any");
    assertThatThrownBy(() -> CfStrategies.parse("pure-svd:epochs=3"))
        .hasMessage(
            "strategy 'pure-svd' has no parameter 'epochs', expected one of factors, oversampling,"
                + " iterations, feedback");
  }

  @Test
  void tableThatNoArrayHolds_isRefusedBeforeAllocation() {
    assertThatThrownBy(() -> PureSvd.check(50_000_000, 40_000_000, 50, 50_000_000))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("training pure-svd needs")
        .hasMessageEndingWith("lower factors or oversampling");
  }

  private static RandomizedSvd.Vectors decompose(
      SparseMatrix matrix, int count, int oversampling, int iterations) {
    return new RandomizedSvd(Behavior.of(0).context(2), "training", matrix)
        .right(count, oversampling, iterations, 42, new double[0][]);
  }

  /** A matrix of some rank plus noise a hundredth as large, in float. */
  private static SparseMatrix withGap(int rows, int columns, int rank, SplittableRandom random) {
    double[][] left = noise(rows, rank, random);
    double[][] right = noise(columns, rank, random);
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * columns];
    float[] values = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] = (i + 1) * columns;
      for (int j = 0; j < columns; j++) {
        double sum = 0.01 * (random.nextDouble() - 0.5);
        for (int d = 0; d < rank; d++) {
          sum += left[i][d] * right[j][d];
        }
        indices[i * columns + j] = j;
        values[i * columns + j] = (float) sum;
      }
    }
    return new SparseMatrix(columns, offsets, indices, values);
  }

  private static double[][] noise(int rows, int columns, SplittableRandom random) {
    double[][] noise = new double[rows][columns];
    for (double[] row : noise) {
      Arrays.setAll(row, k -> random.nextDouble() - 0.5);
    }
    return noise;
  }

  private static RandomizedSvd.Vectors exact(SparseMatrix matrix, int count) {
    DMatrixRMaj dense = new DMatrixRMaj(matrix.rows(), matrix.columns());
    for (int row = 0; row < matrix.rows(); row++) {
      for (int p = matrix.begin(row); p < matrix.end(row); p++) {
        dense.set(row, matrix.indices()[p], matrix.values()[p]);
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(matrix.rows(), matrix.columns(), false, true, true);
    assertThat(svd.decompose(dense)).isTrue();
    DMatrixRMaj transposed = svd.getV(null, true);
    double[] all = svd.getSingularValues();
    int[] order =
        IntStream.range(0, svd.numberOfSingularValues())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -all[i]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] vectors = new double[count][];
    for (int d = 0; d < count; d++) {
      int from = order[d] * matrix.columns();
      vectors[d] = Arrays.copyOfRange(transposed.data, from, from + matrix.columns());
    }
    return new RandomizedSvd.Vectors(
        Arrays.stream(order).mapToDouble(i -> all[i]).toArray(), vectors);
  }

  private static double[][] first(double[][] vectors, int count) {
    return Arrays.copyOf(vectors, count);
  }

  /** {@code X·V·Vᵀ}. */
  private static double[][] scores(SparseMatrix matrix, double[][] vectors) {
    double[][] projection = projection(vectors);
    double[][] scores = new double[matrix.rows()][matrix.columns()];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int p = matrix.begin(row); p < matrix.end(row); p++) {
        for (int j = 0; j < matrix.columns(); j++) {
          scores[row][j] += matrix.values()[p] * projection[matrix.indices()[p]][j];
        }
      }
    }
    return scores;
  }

  /** The first rows and the columns with most entries. */
  private static SparseMatrix densest(SparseMatrix matrix, int rows, int columns) {
    SparseMatrix turned = matrix.transposed();
    int[] kept =
        IntStream.range(0, matrix.columns())
            .boxed()
            .sorted(Comparator.comparingInt((Integer j) -> -turned.length(j)))
            .limit(columns)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    SparseMatrixBuilder chosen = new SparseMatrixBuilder(rows, columns);
    for (int row = 0; row < rows; row++) {
      SparseVector entries = matrix.row(row);
      int[] places = IntStream.range(0, columns).filter(k -> entries.contains(kept[k])).toArray();
      float[] ones = new float[places.length];
      Arrays.fill(ones, 1);
      chosen.set(row, new SparseVector(places, ones));
    }
    return chosen.toMatrix();
  }

  private static double[][] projection(double[][] vectors) {
    int size = vectors[0].length;
    double[][] projection = new double[size][size];
    for (double[] vector : vectors) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          projection[i][j] += vector[i] * vector[j];
        }
      }
    }
    return projection;
  }
}
