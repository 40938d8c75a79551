package io.artrec.vision.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.strategy.WishEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroShotLabelsTest {
  private static final WishEncoder WORDS =
      new WishEncoder() {
        private final Map<String, float[]> vectors =
            Map.of(
                "portrait", new float[] {2, 0},
                "landscape", new float[] {0, 1},
                "still life", new float[] {3, 4});

        @Override
        public String name() {
          return "words";
        }

        @Override
        public int dimensions() {
          return 2;
        }

        @Override
        public Optional<float[]> encodeQuery(String text) {
          return Optional.ofNullable(vectors.get(text));
        }
      };

  private static final ZeroShotLabels LABELS =
      ZeroShotLabels.of(WORDS, List.of("portrait", "landscape", "still life"));

  @Test
  void handWorkedCase_isASoftmaxOfScaledCosines() {
    // The cosines are 1, 0 and .6; with scale ln 2 the weights are 2, 1 and 2^.6.
    double sum = 3 + Math.pow(2, 0.6);
    assertThat(LABELS.scale(Math.log(2)).shares(new float[] {5, 0}))
        .containsExactly(new double[] {2 / sum, 1 / sum, Math.pow(2, 0.6) / sum}, within(1e-7));
    assertThat(LABELS.labels()).containsExactly("portrait", "landscape", "still life");
  }

  @Test
  void best_isOnlyALabelOfHalfOrMore() {
    assertThat(LABELS.best(new float[] {1, 0.1f})).hasValue("portrait");
    assertThat(LABELS.best(new float[] {0.6f, 0.8f})).hasValue("still life");
    assertThat(LABELS.scale(0.1).best(new float[] {1, 0})).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shares_sumToOne_whateverTheScale(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (double scale : new double[] {1e-3, 1, 100, 1e6}) {
      float[] image = {(float) random.nextDouble(-1, 1), (float) random.nextDouble(-1, 1)};
      double[] shares = LABELS.scale(scale).shares(image);
      assertThat(shares[0] + shares[1] + shares[2]).isEqualTo(1, within(1e-12));
    }
  }

  @Test
  void whatCannotBeCompared_isNamed() {
    assertThatThrownBy(() -> ZeroShotLabels.of(WORDS, List.of("portrait")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("labels are [portrait], expected two or more, all different");
    assertThatThrownBy(() -> ZeroShotLabels.of(WORDS, List.of("portrait", "portrait")))
        .hasMessage("labels are [portrait, portrait], expected two or more, all different");
    assertThatThrownBy(() -> ZeroShotLabels.of(WORDS, List.of("portrait", "???")))
        .hasMessage("the encoder reads nothing in label '???'; use other words");
    assertThatThrownBy(() -> LABELS.shares(new float[3]))
        .hasMessage(
            "the image's vector has 3 dimensions, those of the labels have 2; use the two encoders of"
                + " a pair");
    assertThatThrownBy(() -> LABELS.shares(new float[2]))
        .hasMessage("a vector has length 0.0, expected above 0");
    assertThatThrownBy(() -> LABELS.scale(0))
        .hasMessage("scale is 0.0, expected a positive number");
  }
}
