package io.artrec.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vector.FeatureMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilaritiesTest {
  private static final float[] A = {1, 2, 3};
  private static final float[] B = {3, 0, 4};
  private static final float[] ZERO = {0, 0, 0};

  /*
   * a·b = 15, |a|² = 14, |b|² = 25; means 2 and 7/3, centered product 1, squares 2 and 26/3;
   * |a-b|² = 9; min sum 1 + 0 + 3 = 4, max sum 3 + 2 + 4 = 9, sums 6 and 7; chi-square terms
   * 4/4 + 4/2 + 1/7.
   */
  @ParameterizedTest
  @CsvSource({
    "cosine, 0.8017837257372731",
    "dot, 15",
    "pearson, 0.2401922307076307",
    "euclidean, 0.25",
    "jaccard, 0.4444444444444444",
    "histogram-intersection, 0.6666666666666666",
    "chi-square, 0.38888888888888895"
  })
  void compare_ofAHandWorkedPair(String name, double expected) {
    Similarity similarity = Similarities.named(name).orElseThrow();
    assertThat(similarity.compare(A, B)).isCloseTo(expected, within(1e-15));
    assertThat(similarity.name()).isEqualTo(name).isEqualTo(similarity.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "cosine, 0, 0",
    "dot, 0, 0",
    "pearson, 0, 0",
    "euclidean, 1, 0.21089672205953397",
    "jaccard, 0, 0",
    "histogram-intersection, 0, 0",
    "chi-square, 1, 0.25"
  })
  void compare_ofZeroVectors_isDefined(String name, double zeros, double zeroAndA) {
    Similarity similarity = Similarities.named(name).orElseThrow();
    assertThat(similarity.compare(ZERO, ZERO)).isEqualTo(zeros);
    assertThat(similarity.compare(ZERO, A)).isCloseTo(zeroAndA, within(1e-15));
    assertThat(similarity.compare(A, ZERO)).isCloseTo(zeroAndA, within(1e-15));
  }

  @Test
  void pearson_ofConstantVector_isZero() {
    float[] constant = {0.1f, 0.1f, 0.1f};
    assertThat(Similarities.pearson().compare(constant, A)).isZero();
    assertThat(Similarities.pearson().embed(constant)).containsOnly(0);
    assertThat(scan(Similarities.pearson(), A, constant)).isZero();
  }

  @Test
  void pearson_ofRowsFarFromZero_keepsItsDigits() {
    float[] a = {10_000, 10_001, 10_003, 10_002};
    float[] b = {20_000, 20_002, 20_001, 20_003};
    double expected = Similarities.pearson().compare(a, b);
    assertThat(expected).isCloseTo(0.4, within(1e-12));
    assertThat(scan(Similarities.pearson(), a, b)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void disjointSets_shareExactlyNothingInAScan() {
    float[] first = new float[50];
    float[] second = new float[50];
    for (int d = 0; d < 50; d++) {
      (d % 2 == 0 ? first : second)[d] = 0.1f * d;
    }
    assertThat(scan(Similarities.jaccard(), first, second)).isZero();
    assertThat(scan(Similarities.histogramIntersection(), first, second)).isZero();
  }

  @Test
  void histogramIntersection_ofHistogramsOfVeryDifferentSize_keepsItsDigits() {
    float[] large = {1e9f, 1e9f, 0};
    float[] small = {0.25f, 0, 0.75f};
    assertThat(scan(Similarities.histogramIntersection(), large, small)).isEqualTo(0.25);
    assertThat(scan(Similarities.histogramIntersection(), small, large)).isEqualTo(0.25);
  }

  @Test
  void negativeValue_isRefusedWithTheWayOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Similarities.jaccard().compare(A, new float[] {1, -0.5f, 0}))
        .withMessage(
            "value -0.5 at dimension 1, expected zero or more: 'jaccard' compares counts and"
                + " histograms; use cosine or euclidean for signed values");
  }

  @Test
  void lengthsThatDiffer_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Similarities.cosine().compare(A, new float[2]))
        .withMessage("vectors of 3 and 2 values, expected as many (similarity 'cosine')");
  }

  @Test
  void embed_refusesWhatIsNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Similarities.dot().embed(new float[] {0, Float.NaN}))
        .withMessage("value NaN at dimension 1, expected a finite number (similarity 'dot')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cosin",
        "COSINE",
        "mixture()",
        "mixture(2.0*cosine)",
        "mixture(x*cosine[3])",
        "mixture(1.0*mine[3])",
        "mixture(1.0*cosine[0])",
        "mixture(-1.0*cosine[2])",
        "mixture(]*[)"
      })
  void named_ofAnythingElse_isEmpty(String name) {
    assertThat(Similarities.named(name)).isEmpty();
  }

  @Test
  void mixture_isTheWeightedMeanOverSlices() {
    WeightedMixture mixture =
        WeightedMixture.of()
            .add(3, Similarities.cosine(), 2)
            .add(1, Similarities.histogramIntersection(), 1);
    float[] a = {1, 0, 2};
    float[] b = {3, 4, 5};
    assertThat(mixture.compare(a, b)).isCloseTo(0.75 * 0.6 + 0.25 * 1, within(1e-12));
    assertThat(scan(mixture, a, b)).isCloseTo(0.7, within(1e-6));
    assertThat(mixture.range()).isEqualTo(new ScoreRange(-0.75, 1));
    assertThat(mixture.dimensions()).isEqualTo(3);
  }

  @Test
  void mixture_isNamedAfterItsParts_andReadBack() {
    WeightedMixture inner =
        WeightedMixture.of().add(1, Similarities.dot(), 2).add(2, Similarities.chiSquare(), 1);
    WeightedMixture mixture =
        WeightedMixture.of().add(0.3, Similarities.cosine(), 64).add(1e-9, inner, 3);
    assertThat(mixture.name())
        .isEqualTo("mixture(0.3*cosine[64]+1.0E-9*mixture(1.0*dot[2]+2.0*chi-square[1])[3])");
    assertThat(Similarities.named(mixture.name()).orElseThrow().name()).isEqualTo(mixture.name());
    assertThat(mixture.range()).isEqualTo(ScoreRange.UNBOUNDED);
  }

  @Test
  void mixture_refusesWrongPartsAndVectors() {
    WeightedMixture mixture = WeightedMixture.of();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mixture.add(0, Similarities.dot(), 1))
        .withMessage("weight is 0.0 (similarity 'dot'), expected a positive number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mixture.add(1, Similarities.dot(), 0))
        .withMessage("slice of 0 dimensions (similarity 'dot'), expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mixture.add(1, Similarities.dot(), 2).compare(A, B))
        .withMessageContaining("vector of 3 values, expected 2");
    assertThatIllegalArgumentException().isThrownBy(() -> mixture.compare(A, B));
  }

  private static double scan(Similarity similarity, float[] query, float[] row) {
    double[] out = new double[1];
    similarity.scan(query, FeatureMatrix.builder(1, row.length).set(0, row).build(), out);
    return out[0];
  }
}
