package io.artrec.cf.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.Behavior;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.ItemWeightsScorer;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.neighbors.VectorSimilarity.Measure;
import io.artrec.cf.neighbors.VectorSimilarity.Weighting;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorSimilarityTest {
  /** The five visitors and five works of Apache Mahout's test of its log-likelihood similarity. */
  private static final Behavior MAHOUT =
      Behavior.of(5)
          .likes(0, 0, 1)
          .likes(1, 0, 2)
          .likes(2, 2, 3, 4)
          .likes(3, 0, 1, 2, 3, 4)
          .likes(4, 1, 2, 3, 4);

  @Test
  void logLikelihood_isMahouts() {
    double[][] s = dense(VectorSimilarity.of(Measure.LOG_LIKELIHOOD), MAHOUT);
    assertThat(s[0][1]).isEqualTo(.12160727029227925, within(1e-7));
    assertThat(s[2][1]).isEqualTo(.5423213660693732, within(1e-7));
    assertThat(s[2][3]).isEqualTo(.6905400104897509, within(1e-7));
    assertThat(s[3][4]).isEqualTo(.8706358464330881, within(1e-7));
    VectorSimilarity exact = VectorSimilarity.of(Measure.LOG_LIKELIHOOD);
    assertThat(exact.value(2, 2, 3, 3, 3, 3, 5)).isEqualTo(.12160727029227925, within(1e-15));
    assertThat(exact.value(2, 2, 4, 3, 4, 3, 5)).isEqualTo(.5423213660693732, within(1e-15));
    assertThat(exact.value(3, 3, 4, 3, 4, 3, 5)).isEqualTo(.6905400104897509, within(1e-15));
    assertThat(exact.value(3, 3, 3, 3, 3, 3, 5)).isEqualTo(.8706358464330881, within(1e-15));
  }

  @Test
  void setMeasures_byHand() {
    // work 0: {0, 1, 3}, work 1: {0, 3, 4}, shared 2
    assertThat(dense(VectorSimilarity.of(Measure.JACCARD), MAHOUT)[0][1]).isEqualTo(0.5);
    assertThat(dense(VectorSimilarity.of(Measure.DICE), MAHOUT)[0][1])
        .isEqualTo(2 / 3.0, within(1e-7));
    assertThat(dense(VectorSimilarity.of(Measure.DICE).shrinkage(2), MAHOUT)[0][1]).isEqualTo(0.5);
    assertThat(dense(VectorSimilarity.of(Measure.TVERSKY).weights(1, 0), MAHOUT)[0][2])
        .as("work 0 shares 2 of its 3")
        .isEqualTo(2 / 3.0, within(1e-7));
    assertThat(dense(VectorSimilarity.cosine(), MAHOUT)[0][2])
        .isEqualTo(2 / Math.sqrt(12), within(1e-7));
    assertThat(dense(VectorSimilarity.cosine().significance(4), MAHOUT)[0][2])
        .isEqualTo(2 / Math.sqrt(12) / 2, within(1e-7));
    assertThat(dense(VectorSimilarity.cosine().minimumOverlap(3), MAHOUT)[0][2]).isZero();
    assertThat(dense(VectorSimilarity.of(Measure.ASYMMETRIC_COSINE).weights(1, 0), MAHOUT)[0][2])
        .as("all weight on work 0")
        .isEqualTo(2 / 3.0, within(1e-7));
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void randomRatings_agreeWithTheFormula(Measure measure) {
    VectorSimilarity similarity =
        VectorSimilarity.of(measure).shrinkage(0.3).significance(3).weights(0.3, 0.6);
    double[][] x = new double[30][12];
    Behavior world = Behavior.of(12);
    SplittableRandom random = new SplittableRandom(5);
    for (int u = 0; u < 30; u++) {
      for (int i = 0; i < 12; i++) {
        if (random.nextDouble() < 0.4) {
          int rating = 1 + random.nextInt(5);
          world.rates(u, i, rating);
          x[u][i] = (rating - 3) / 2.0;
        }
      }
    }
    double[][] actual = dense(similarity, world);
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        double expected = i == j ? 0 : Math.max(0, formula(similarity, x, i, j));
        assertThat(actual[i][j]).as("%d, %d", i, j).isEqualTo(expected, within(1e-6));
      }
    }
  }

  /** The similarity of two columns by dense loops; entries of 0 are none. */
  private static double formula(VectorSimilarity s, double[][] x, int i, int j) {
    boolean sets = s.measure().comparesSets();
    double product = 0;
    double ii = 0;
    double jj = 0;
    int shared = 0;
    int ni = 0;
    int nj = 0;
    for (double[] row : x) {
      boolean hasI = sets ? row[i] > 0 : row[i] != 0;
      boolean hasJ = sets ? row[j] > 0 : row[j] != 0;
      double a = sets ? 1 : row[i] - mean(s, x, row, i);
      double b = sets ? 1 : row[j] - mean(s, x, row, j);
      product += hasI && hasJ ? a * b : 0;
      ii += hasI ? a * a : 0;
      jj += hasJ ? b * b : 0;
      shared += hasI && hasJ ? 1 : 0;
      ni += hasI ? 1 : 0;
      nj += hasJ ? 1 : 0;
    }
    double h = s.shrinkage();
    double value =
        switch (s.measure()) {
          case COSINE, ADJUSTED_COSINE, PEARSON -> product / (Math.sqrt(ii * jj) + h);
          case ASYMMETRIC_COSINE -> product / (Math.pow(ii, 0.3) * Math.pow(jj, 0.7) + h);
          case JACCARD -> shared / (ni + nj - shared + h);
          case DICE -> 2 * shared / (ni + nj + h);
          case TVERSKY -> shared / (shared + 0.3 * (ni - shared) + 0.6 * (nj - shared) + h);
          case LOG_LIKELIHOOD -> 1 - 1 / (1 + LogLikelihood.ratio(shared, ni, nj, x.length));
        };
    return shared == 0 ? 0 : value * Math.min(shared, 3) / 3;
  }

  private static double mean(VectorSimilarity s, double[][] x, double[] row, int column) {
    return switch (s.measure()) {
      case ADJUSTED_COSINE -> Arrays.stream(row).filter(v -> v != 0).average().orElse(0);
      case PEARSON ->
          Arrays.stream(x).mapToDouble(r -> r[column]).filter(v -> v != 0).average().orElse(0);
      default -> 0;
    };
  }

  @Test
  void weightings_byHand() {
    // five works as rows; u3 has all five, so its logarithm is log 5 - log 6
    double all = Math.log(5.0 / 6);
    double u0 = Math.log(5.0 / 3);
    double u1 = Math.log(5.0 / 3);
    double u4 = Math.log(5.0 / 5);
    double expected =
        (u0 * u0 + all * all)
            / Math.sqrt((u0 * u0 + u1 * u1 + all * all) * (u0 * u0 + all * all + u4 * u4));
    assertThat(dense(VectorSimilarity.cosine().weighting(Weighting.TF_IDF), MAHOUT)[0][1])
        .isEqualTo(expected, within(1e-6));
    double mean = (3 + 3 + 4 + 3 + 3) / 5.0;
    double bm = 101 / (100 * (0.2 + 0.8 * 3 / mean) + 1);
    double[] a = {u0 * bm, u1 * bm, all * bm};
    double[] b = {u0 * bm, all * bm, u4 * bm};
    double bm25 =
        (a[0] * b[0] + a[2] * b[1])
            / Math.sqrt(
                Arrays.stream(a).map(v -> v * v).sum() * Arrays.stream(b).map(v -> v * v).sum());
    assertThat(dense(VectorSimilarity.cosine().weighting(Weighting.BM25), MAHOUT)[0][1])
        .isEqualTo(bm25, within(1e-6));
  }

  @Test
  void wrongParts_areRefused() {
    assertThatThrownBy(() -> VectorSimilarity.cosine().shrinkage(-1))
        .hasMessage("shrinkage of similarity is -1.0, expected a number of 0 or more");
    assertThatThrownBy(() -> VectorSimilarity.of(Measure.DICE).weighting(Weighting.BM25))
        .hasMessage(
            "weighting is BM25 with measure DICE, which compares sets; expected NONE, or a cosine");
  }

  /** Row {@code i}, column {@code j}: the similarity, neighbours of {@code i} being sought. */
  private static double[][] dense(VectorSimilarity similarity, Behavior world) {
    SparseMatrix weights =
        ((ItemWeightsScorer)
                ItemKnn.neighbors(100)
                    .similarity(similarity)
                    .feedback(Feedback.PREFERENCE)
                    .train(world.context()))
            .weights();
    double[][] dense = new double[weights.columns()][weights.rows()];
    for (int source = 0; source < weights.rows(); source++) {
      for (int p = weights.begin(source); p < weights.end(source); p++) {
        dense[weights.indices()[p]][source] = weights.values()[p];
      }
    }
    return dense;
  }
}
