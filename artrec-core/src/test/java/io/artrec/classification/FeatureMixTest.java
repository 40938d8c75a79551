package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.feature.FeatureStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureMixTest {
  private static FeatureStore store(double weight, float[][] rows, float[][] others) {
    return Examples.works(rows.length, i -> "", i -> "a")
        .feature("f", weight, rows)
        .feature("g", 1, others)
        .extracted()
        .features();
  }

  /** Of f the deviations are 1 and 2, so that the whole feature is divided by the root of 5. */
  @Test
  void scales_byHand() {
    float[][] rows = {{1, 10, 7}, {3, 14, 7}, {}};
    float[][] others = {{5}, {5}, {9}};
    FeatureStore store = store(2, rows, others);
    FeatureMix whole = FeatureMix.fit(store, new int[] {0, 1, 2}, FeatureScaling.WHOLE_FEATURE);
    double root = Math.sqrt(5);
    double g = (5 - 19 / 3.0) / Math.sqrt(32 / 9.0);
    assertThat(whole.of(store, 0).row())
        .containsExactly(
            new float[] {(float) (-2 / root), (float) (-4 / root), 0, (float) g}, within(1e-6f));
    FeatureMix each = FeatureMix.fit(store, new int[] {0, 1, 2}, FeatureScaling.EACH_DIMENSION);
    float one = (float) (2 / Math.sqrt(2));
    assertThat(each.of(store, 1).row())
        .containsExactly(new float[] {one, one, 0, (float) g}, within(1e-6f));
    assertThat(each.of(store, 2).row()).as("missing is the mean").startsWith(0, 0, 0);
    assertThat(each.of(List.of(Optional.empty(), Optional.empty())).isEmpty()).isTrue();
    assertThatThrownBy(() -> each.of(List.of(Optional.of(new float[2]), Optional.empty())))
        .hasMessage("vector dimension 2, expected 3 (feature 'f')");
  }

  /** A feature of 200 dimensions is as long, on average, as one of 3. */
  @Test
  void lengths_doNotDependOnDimensions() {
    Random random = new Random(5);
    float[][] rows = new float[50][200];
    float[][] others = new float[50][3];
    for (int i = 0; i < 50; i++) {
      for (int d = 0; d < 200; d++) {
        rows[i][d] = (float) (100 * random.nextGaussian() * d);
      }
      for (int d = 0; d < 3; d++) {
        others[i][d] = (float) random.nextDouble();
      }
    }
    FeatureStore store = store(1, rows, others);
    int[] all = IntStream.range(0, 50).toArray();
    for (FeatureScaling scaling : FeatureScaling.values()) {
      FeatureMix mix = FeatureMix.fit(store, all, scaling);
      double[] squares = new double[2];
      for (int i : all) {
        float[] row = mix.of(store, i).row();
        for (int d = 0; d < row.length; d++) {
          squares[d < 200 ? 0 : 1] += (double) row[d] * row[d] / 50;
        }
      }
      assertThat(squares).containsExactly(new double[] {1, 1}, within(1e-5));
    }
  }
}
