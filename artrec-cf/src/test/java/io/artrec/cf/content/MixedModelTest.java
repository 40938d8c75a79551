package io.artrec.cf.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scores;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/**
 * Against generalised least squares written out: with {@code V = Σ_f τ_f² Z_f Z_fᵀ + σ² I} the mean
 * is {@code 1ᵀV⁻¹y / 1ᵀV⁻¹1} and effects are {@code τ_f² Z_fᵀ V⁻¹ (y − μ1)}.
 */
class MixedModelTest {
  private static final PlantedGallery GALLERY = new PlantedGallery(20, 40, 12, 9);
  private static final AdditiveScorer LEARNED =
      (AdditiveScorer) AdditiveRatings.standard().rounds(4).train(GALLERY.context());
  private static final AdditiveEffects EFFECTS = LEARNED.effects();
  private static final WorkRows ROWS = LEARNED.traits().rows(GALLERY.context(), EFFECTS.counts());

  /** The covariance of the ratings of two visitors for two works, noise aside. */
  private static double covariance(int visitor, int work, int other, int otherWork) {
    Variances variances = EFFECTS.variances();
    boolean same = visitor == other;
    double sum = (same ? variances.visitor() : 0) + (work == otherWork ? variances.work() : 0);
    for (int f = 0; f < ROWS.familyCount(); f++) {
      double product = 0;
      for (int c = ROWS.families()[f]; c < ROWS.families()[f + 1]; c++) {
        product += entry(work, c) * entry(otherWork, c);
      }
      sum += (variances.shared()[f] + (same ? variances.own()[f] : 0)) * product;
    }
    return sum;
  }

  private static double entry(int work, int column) {
    for (int p = ROWS.starts()[work]; p < ROWS.starts()[work + 1]; p++) {
      if (ROWS.columns()[p] == column) {
        return ROWS.values()[p];
      }
    }
    return 0;
  }

  @Test
  void predictions_areThoseOfGeneralizedLeastSquares() {
    int n = GALLERY.dataset.size();
    int[] visitors = new int[n];
    int[] works = new int[n];
    double[] y = new double[n];
    int k = 0;
    for (int visitor = 0; visitor < GALLERY.dataset.userCount(); visitor++) {
      var history = GALLERY.dataset.history(visitor);
      for (int event = 0; event < history.size(); event++) {
        visitors[k] = visitor;
        works[k] = history.artwork(event);
        y[k++] = history.value(event);
      }
    }
    assertThat(k).isEqualTo(n).isBetween(100, 300);
    DMatrixRMaj v = CommonOps_DDRM.identity(n);
    CommonOps_DDRM.scale(EFFECTS.variances().residual(), v);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        v.add(a, b, covariance(visitors[a], works[a], visitors[b], works[b]));
      }
    }
    assertThat(CommonOps_DDRM.invert(v)).isTrue();
    DMatrixRMaj sums = CommonOps_DDRM.sumRows(v, null);
    double mean = 0;
    for (int a = 0; a < n; a++) {
      mean += sums.get(a) * y[a] / CommonOps_DDRM.elementSum(v);
    }
    DMatrixRMaj rest = new DMatrixRMaj(n, 1);
    for (int a = 0; a < n; a++) {
      rest.set(a, y[a] - mean);
    }
    DMatrixRMaj weights = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.mult(v, rest, weights);

    assertThat(EFFECTS.mean()).isEqualTo(mean, within(1e-6));
    for (int visitor = 0; visitor < GALLERY.dataset.userCount(); visitor++) {
      int id = Integer.parseInt(GALLERY.dataset.userId(visitor).substring(1));
      Scores scores = LEARNED.score(GALLERY.query(id), Candidates.all(GALLERY.catalog.size()));
      for (int work = 0; work < GALLERY.catalog.size(); work++) {
        double expected = mean;
        for (int a = 0; a < n; a++) {
          expected += covariance(visitor, work, visitors[a], works[a]) * weights.get(a);
        }
        assertThat(scores.value(work))
            .as("visitor %d, work %d", id, work)
            .isEqualTo(expected, within(1e-6));
      }
    }
  }
}
