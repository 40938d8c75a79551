package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.similarity.Similarities;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SizeFeatureTest {
  private static Optional<float[]> encode(Dimensions size) {
    Artwork artwork = Artwork.builder("a", "Wave").dimensions(size).build();
    return SizeFeature.standard()
        .fit(Catalog.of(artwork))
        .encode(new ArtworkInput(artwork, ArtworkImages.none()));
  }

  @Test
  void squareOfOneMeter_isItsLogarithmAndNoFormat() {
    assertThat(encode(Dimensions.ofCm(100, 100))).hasValue(new float[] {(float) Math.log(100), 0});
  }

  @Test
  void twiceAsLarge_isTheSameStepAtAnySize() {
    double step = 1 / (1 + Math.log(2));
    for (double cm : new double[] {5, 50, 500}) {
      float[] small = encode(Dimensions.ofCm(cm, cm / 2)).orElseThrow();
      float[] large = encode(Dimensions.ofCm(2 * cm, cm)).orElseThrow();
      assertThat(Similarities.euclidean().compare(small, large)).isEqualTo(step, within(1e-5));
    }
  }

  @Test
  void landscapeAndPortrait_lieOnOppositeSides() {
    float[] landscape = encode(Dimensions.ofCm(80, 40)).orElseThrow();
    float[] portrait = encode(Dimensions.ofCm(40, 80)).orElseThrow();
    assertThat(landscape[0]).isEqualTo(portrait[0]);
    assertThat(landscape[1]).isEqualTo(-portrait[1]).isPositive();
  }

  @Test
  void unknownSide_isMissing() {
    assertThat(
            encode(
                new Dimensions(
                    OptionalDouble.empty(), OptionalDouble.of(10), OptionalDouble.of(10))))
        .isEmpty();
    Artwork bare = Artwork.builder("a", "Wave").build();
    assertThat(
            SizeFeature.standard()
                .fit(Catalog.of(bare))
                .encode(new ArtworkInput(bare, ArtworkImages.none())))
        .isEmpty();
  }
}
