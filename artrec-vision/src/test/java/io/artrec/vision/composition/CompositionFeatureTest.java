package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.Goldens;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositionFeatureTest {
  @Test
  void vector_countsDeviationsFromTheNorms_atMostThree() {
    CompositionNorms norms = CompositionNorms.westernPaintings();
    Map<CompositionProperty, Double> values = new EnumMap<>(CompositionProperty.class);
    for (CompositionProperty property : CompositionFeature.properties()) {
      values.put(property, norms.mean(property));
    }
    values.put(
        CompositionProperty.BALANCE,
        norms.mean(CompositionProperty.BALANCE) + 2 * norms.deviation(CompositionProperty.BALANCE));
    values.put(CompositionProperty.EDGE_DENSITY, -1e6);

    double[] vector = CompositionFeature.standardized(Composition.of(values)).orElseThrow();

    double[] expected = new double[10];
    expected[CompositionFeature.properties().indexOf(CompositionProperty.BALANCE)] =
        2 / Math.sqrt(10);
    expected[CompositionFeature.properties().indexOf(CompositionProperty.EDGE_DENSITY)] =
        -3 / Math.sqrt(10);
    assertThat(vector).containsExactly(expected, within(1e-12));
  }

  @Test
  void imageOfOneColor_hasNoVector() {
    RgbImage image = CompositionTest.painted(20, 20, (x, y) -> 0x334455);

    assertThat(CompositionFeature.standard().measured(image)).isEmpty();
  }

  @Test
  void quickMeasures_areThoseOfTheWhole() {
    RgbImage image = CompositionTest.noise(60, 45, 7);

    Map<CompositionProperty, Double> whole = Composition.of(image).values();

    assertThat(Composition.quick(image).values())
        .containsKeys(CompositionFeature.properties().toArray(new CompositionProperty[0]))
        .allSatisfy(
            (property, value) ->
                assertThat(value).as(property.id()).isEqualTo(whole.get(property)));
  }

  @Test
  void grayCopyOfAPainting_isNearerToItThanAnyOtherPainting() throws IOException {
    Goldens goldens = Goldens.load();
    CompositionFeature feature = CompositionFeature.standard();
    for (String name : goldens.images().keySet()) {
      RgbImage painting = goldens.decode(name);
      int[] levels = GrayLevels.of(painting).levels();
      RgbImage gray =
          CompositionTest.painted(
              painting.width(),
              painting.height(),
              (x, y) -> levels[y * painting.width() + x] * 0x010101);
      double[] copy = feature.measured(gray).orElseThrow();
      double own = distance(copy, feature.measured(painting).orElseThrow());
      for (String other : goldens.images().keySet()) {
        if (!other.equals(name)) {
          assertThat(distance(copy, feature.measured(goldens.decode(other)).orElseThrow()))
              .as(name + " " + other)
              .isGreaterThan(own);
        }
      }
    }
  }

  @Test
  void spec_isOfTheFacetComposition() {
    assertThat(CompositionFeature.standard().spec().name()).isEqualTo("composition");
    assertThat(CompositionFeature.standard().spec().facet()).isEqualTo("composition");
    assertThat(CompositionFeature.standard().size()).isEqualTo(10);
    assertThat(CompositionFeature.properties())
        .noneMatch(CompositionNorms::movesWithSize)
        .doesNotHaveDuplicates();
  }

  private static double distance(double[] one, double[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      squares += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(squares);
  }
}
