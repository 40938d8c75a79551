package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.similarity.Similarities;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusionTest {
  private static final CountingFeature COLOR =
      new CountingFeature("color", 2, input -> Optional.empty()).readsImages();
  private static final CountingFeature FORM =
      new CountingFeature("form", 3, input -> Optional.empty());
  private static final Fusion LOOK = Fusion.concatenate("look", "look").add(3, COLOR).add(1, FORM);

  @Test
  void parts_areScaledWeighedAndJoined() {
    FeatureMatrix color =
        FeatureMatrix.builder(4, 2)
            .set(0, new float[] {3, 4})
            .set(1, new float[] {0, 2})
            .set(3, new float[] {0, 0})
            .build();
    FeatureMatrix form = FeatureMatrix.builder(4, 3).set(0, new float[] {0, 0, 9}).build();
    FeatureMatrix fused = LOOK.fit(List.of(color, form)).encodeAll(List.of(color, form));
    float root = (float) Math.sqrt(0.75);
    assertThat(fused.row(0).orElseThrow())
        .containsExactly(new float[] {0.6f * root, 0.8f * root, 0, 0, 0.5f}, within(1e-6f));
    assertThat(fused.row(1)).hasValue(new float[] {0, 1, 0, 0, 0});
    assertThat(fused.isPresent(2)).as("no part").isFalse();
    assertThat(fused.isPresent(3)).as("nothing but zeros").isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void cosineOfTheWhole_isTheWeightedMeanOfTheParts(long seed) {
    Random random = new Random(seed);
    FeatureMatrix color = random(random, 2);
    FeatureMatrix form = random(random, 3);
    FeatureMatrix fused = LOOK.fit(List.of(color, form)).encodeAll(List.of(color, form));
    double whole = cosine(fused);
    assertThat(whole).isEqualTo(0.75 * cosine(color) + 0.25 * cosine(form), within(1e-6));
  }

  private static FeatureMatrix random(Random random, int dimensions) {
    FeatureMatrix.Builder rows = FeatureMatrix.builder(2, dimensions);
    for (int i = 0; i < 2; i++) {
      float[] row = new float[dimensions];
      for (int d = 0; d < dimensions; d++) {
        row[d] = (float) (random.nextGaussian() * 1000);
      }
      rows.set(i, row);
    }
    return rows.build();
  }

  private static double cosine(FeatureMatrix two) {
    return Similarities.cosine().compare(two.row(0).orElseThrow(), two.row(1).orElseThrow());
  }

  @Test
  void spec_joinsTheSourcesOfTheParts() {
    assertThat(LOOK.spec().sources())
        .containsExactlyInAnyOrder(FeatureSpec.Source.RECORD, FeatureSpec.Source.IMAGE);
    assertThat(LOOK.spec().parameters()).isEqualTo("3.0 color, 1.0 form");
    assertThat(LOOK.inputs()).containsExactly(COLOR, FORM);
  }

  @Test
  void nothingToJoin_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Fusion.concatenate("look", "look").inputs())
        .withMessage("fusion 'look' has no parts; add at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LOOK.add(0, COLOR))
        .withMessage("weight is 0.0 (feature 'color'), expected a positive number");
  }
}
