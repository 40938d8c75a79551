package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {
  private static final int WHITE = 0xFFFFFF;

  @Test
  void blackLeftHalf_hasTheBalanceWorkedOutByHand() {
    Map<CompositionProperty, Double> values =
        Composition.of(painted(4, 4, (x, y) -> x < 2 ? 0 : WHITE)).values();

    // sides 100, 0; diagonals 50, 50; bands 0, 0; diagonal bands 25, 25
    assertThat(values.get(CompositionProperty.BALANCE)).isEqualTo(31.25);
    assertThat(values.get(CompositionProperty.DCM_X)).isEqualTo(0.25);
    assertThat(values.get(CompositionProperty.DCM_Y)).isEqualTo(-0.25);
    assertThat(values.get(CompositionProperty.DCM_DISTANCE))
        .isCloseTo(100 * Math.sqrt(0.125) / 0.5, within(1e-12));
    // across the middles 1/2, 0; across the diagonals 2/9, 2/9
    assertThat(values.get(CompositionProperty.MIRROR_SYMMETRY))
        .isCloseTo(100 * (0.5 + 4.0 / 9) / 4, within(1e-12));
  }

  @Test
  void checkerboard_isHomogeneousAndItsColorsAreCounted() {
    Map<CompositionProperty, Double> values =
        Composition.of(painted(20, 20, (x, y) -> (x + y) % 2 == 0 ? 0 : WHITE)).values();

    assertThat(values.get(CompositionProperty.HOMOGENEITY)).isCloseTo(100, within(1e-9));
    assertThat(values.get(CompositionProperty.LUMINANCE_ENTROPY)).isCloseTo(1, within(1e-12));
    assertThat(values.get(CompositionProperty.COLOR_ENTROPY)).isZero();
    assertThat(values.get(CompositionProperty.MEAN_R)).isEqualTo(127.5);
    assertThat(values.get(CompositionProperty.STD_R)).isEqualTo(127.5);
    assertThat(values.get(CompositionProperty.RMS_CONTRAST)).isCloseTo(50, within(1e-3));
    assertThat(values.get(CompositionProperty.IMAGE_SIZE)).isEqualTo(40);
  }

  @Test
  void redAndCyan_haveNoMeanHue() {
    Composition opposed = Composition.of(painted(6, 6, (x, y) -> x < 3 ? 0xFF0000 : 0x00FFFF));
    Composition magenta = Composition.of(painted(6, 6, (x, y) -> 0xFF00FF));

    assertThat(opposed.value(CompositionProperty.MEAN_H)).isEmpty();
    assertThat(opposed.value(CompositionProperty.STD_H)).isEmpty();
    assertThat(magenta.value(CompositionProperty.MEAN_H).orElseThrow())
        .isCloseTo(5.0 / 6, within(1e-12));
    assertThat(magenta.value(CompositionProperty.STD_H).orElseThrow()).isCloseTo(0, within(1e-7));
    assertThat(magenta.value(CompositionProperty.MEAN_S)).hasValue(1);
  }

  @Test
  void imageOfOneColor_lacksWhatNeedsDifferences() {
    Composition composition = Composition.of(painted(100, 90, (x, y) -> 0x808080));

    assertThat(missing(composition))
        .containsExactlyInAnyOrder(
            CompositionProperty.ANISOTROPY,
            CompositionProperty.HOMOGENEITY,
            CompositionProperty.FRACTAL_DIMENSION_2D,
            CompositionProperty.FOURIER_SLOPE_REDIES,
            CompositionProperty.FOURIER_SIGMA,
            CompositionProperty.FOURIER_SLOPE_SPEHAR,
            CompositionProperty.FOURIER_SLOPE_MATHER,
            CompositionProperty.EDGE_ORIENTATION_ENTROPY_1,
            CompositionProperty.EDGE_ORIENTATION_ENTROPY_2);
    assertThat(composition.value(CompositionProperty.COMPLEXITY)).hasValue(0);
    assertThat(composition.value(CompositionProperty.EDGE_DENSITY)).hasValue(0);
  }

  @Test
  void imageOfOnePixel_hasItsColorAndItsPlace() {
    Composition composition = Composition.of(RgbImage.of(1, 1, new int[] {0x102030}));

    assertThat(composition.values().keySet())
        .contains(CompositionProperty.MEAN_LAB_L, CompositionProperty.MEAN_H)
        .doesNotContain(
            CompositionProperty.COMPLEXITY,
            CompositionProperty.MIRROR_SYMMETRY,
            CompositionProperty.FRACTAL_DIMENSION_3D);
  }

  @Test
  void sidesBelow128_haveNoSlopeByMather() {
    assertThat(Composition.of(noise(127, 200, 1)).value(CompositionProperty.FOURIER_SLOPE_MATHER))
        .isEmpty();
    assertThat(Composition.of(noise(128, 200, 1)).value(CompositionProperty.FOURIER_SLOPE_MATHER))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "1,7",
    "2,2",
    "3,3",
    "9,4",
    "13,40",
    "97,33",
    "3000,1",
    "2,3000",
    "200000,1",
    "1,9000"
  })
  void anySize_givesValuesWithinTheirRange(int width, int height) {
    Composition composition = Composition.of(noise(width, height, 5));

    assertThat(composition.values())
        .isNotEmpty()
        .allSatisfy(
            (property, value) ->
                assertThat(value)
                    .as(property.id())
                    .isBetween(property.lowest(), property.highest()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mirroredImage_isAsBalancedSymmetricAndColored(long seed) {
    RgbImage image = noise(37, 52, seed);
    RgbImage mirrored = painted(37, 52, (x, y) -> image.rgb(36 - x, y));

    Composition one = Composition.of(image);
    Composition other = Composition.of(mirrored);

    for (CompositionProperty property :
        EnumSet.of(
            CompositionProperty.BALANCE,
            CompositionProperty.MIRROR_SYMMETRY,
            CompositionProperty.MEAN_LAB_A,
            CompositionProperty.COLOR_ENTROPY,
            CompositionProperty.COMPLEXITY)) {
      assertThat(other.value(property).orElseThrow())
          .as(property.id())
          .isCloseTo(one.value(property).orElseThrow(), within(1e-9));
    }
  }

  @Test
  void namesAndValues_areFoundAgain() {
    for (CompositionProperty property : CompositionProperty.values()) {
      assertThat(CompositionProperty.named(property.id())).contains(property);
      assertThat(property.paper()).matches(".+: .+ \\d{4}");
      assertThat(property.unit()).isNotEmpty();
      assertThat(property.definition()).isNotEmpty();
    }
    assertThat(CompositionProperty.named("beauty")).isEmpty();
    Composition measured = Composition.of(noise(8, 8, 2));
    assertThat(Composition.of(measured.values())).isEqualTo(measured).hasSameHashCodeAs(measured);
    assertThatThrownBy(() -> Composition.of(Map.of(CompositionProperty.BALANCE, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value of balance is NaN, expected a finite number");
  }

  private static Set<CompositionProperty> missing(Composition composition) {
    Set<CompositionProperty> missing = EnumSet.allOf(CompositionProperty.class);
    missing.removeAll(composition.values().keySet());
    return missing;
  }

  static RgbImage painted(int width, int height, IntBinaryOperator color) {
    int[] pixels = new int[width * height];
    Arrays.setAll(pixels, i -> color.applyAsInt(i % width, i / width));
    return RgbImage.of(width, height, pixels);
  }

  static RgbImage noise(int width, int height, long seed) {
    int count = width * height;
    return RgbImage.of(width, height, new SplittableRandom(seed).ints(count, 0, 1 << 24).toArray());
  }
}
