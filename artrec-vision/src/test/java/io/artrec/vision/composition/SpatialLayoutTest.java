package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.ImageMeasure;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpatialLayoutTest {
  private static final int BLUE = 0x2040A0;
  private static final int SAND = 0xD0B080;

  @Test
  void cells_holdTheirMeanColorInDeviations() {
    RgbImage image = CompositionTest.painted(8, 8, (x, y) -> y < 4 ? BLUE : SAND);
    CompositionNorms norms = CompositionNorms.westernPaintings();

    double[] vector = SpatialLayout.standard().cells(2).measured(image).orElseThrow();

    assertThat(vector).hasSize(20);
    double scale = Math.sqrt(20);
    double blue =
        (CieLab.of(BLUE).b() - norms.mean(CompositionProperty.MEAN_LAB_B))
            / norms.deviation(CompositionProperty.MEAN_LAB_B);
    double sand =
        (CieLab.of(SAND).lightness() - norms.mean(CompositionProperty.MEAN_LAB_L))
            / norms.deviation(CompositionProperty.MEAN_LAB_L);
    assertThat(vector[2] * scale).isCloseTo(blue, within(1e-9));
    assertThat(vector[7] * scale).isCloseTo(blue, within(1e-9));
    assertThat(vector[10] * scale).isCloseTo(sand, within(1e-9));
    // edges lie along the line between, not across
    assertThat(vector[3]).isLessThan(vector[4]);
    assertThat(vector[4]).isCloseTo(vector[9], within(1e-12));
  }

  @Test
  void halvesExchanged_areAnotherLayoutOfTheSamePalette() {
    RgbImage one = CompositionTest.painted(16, 16, (x, y) -> y < 8 ? BLUE : SAND);
    RgbImage other = CompositionTest.painted(16, 16, (x, y) -> y < 8 ? SAND : BLUE);

    assertThat(ColorHistogram.hsv().measure(other)).isEqualTo(ColorHistogram.hsv().measure(one));
    assertThat(likeness(SpatialPyramid.of(ColorHistogram.hsv()), one, other))
        .isCloseTo(0.25, within(1e-6));
    assertThat(likeness(SpatialLayout.standard(), one, other)).isLessThan(0.4);
    assertThat(likeness(SpatialLayout.standard(), one, one)).isEqualTo(1);
  }

  @Test
  void pyramid_holdsTheWholeThenQuartersThenSixteenths() {
    RgbImage image = CompositionTest.noise(13, 9, 4);
    ColorHistogram histogram = ColorHistogram.rgb(2, 2, 2);

    double[] vector = SpatialPyramid.of(histogram).measured(image).orElseThrow();

    assertThat(vector).hasSize(21 * 8);
    assertThat(Arrays.stream(vector).sum()).isCloseTo(1, within(1e-12));
    double[] whole = histogram.measure(image);
    for (int bin = 0; bin < 8; bin++) {
      assertThat(vector[bin]).isCloseTo(whole[bin] / 4, within(1e-12));
    }
    RgbImage corner = CompositionTest.painted(6, 4, (x, y) -> image.rgb(x, y));
    assertThat(vector[8]).isCloseTo(histogram.measure(corner)[0] / 16, within(1e-12));
    assertThat(SpatialPyramid.of(histogram).spec().name())
        .isEqualTo("color-histogram-rgb-2x2x2-pyramid");
    assertThat(SpatialPyramid.of(histogram).alikeFrom(0.4).spec().alikeFrom()).isEqualTo(0.4);
  }

  @Test
  void pyramidOfWholeImages_hasTheirBordersInTheWholeToo() {
    int[] pixels = new int[40 * 40];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / 40;
      pixels[i] = row < 10 || row >= 30 ? 0 : 0xC03020 + (i % 40 << 8);
    }
    RgbImage barred = RgbImage.of(40, 40, pixels);
    ImageMeasure histogram = ColorHistogram.rgb(2, 2, 2);
    SpatialPyramid pyramid = SpatialPyramid.of(histogram);

    double[] work = pyramid.measured(barred).orElseThrow();
    double[] all = pyramid.ofWholeImages().measured(barred).orElseThrow();

    // the first bin is black; the whole weighs a quarter
    assertThat(work[0]).isZero();
    assertThat(all[0]).isCloseTo(0.25 * 0.5, within(1e-12));
  }

  @Test
  void pyramidOfAMeasureThatSaysNothingOfACell_saysNothing() {
    RgbImage half = CompositionTest.painted(40, 40, (x, y) -> x < 20 ? BLUE : 0x101010 * (y % 9));

    assertThat(CompositionFeature.standard().measured(half)).isPresent();
    assertThat(SpatialPyramid.of(CompositionFeature.standard()).measured(half)).isEmpty();
  }

  @Test
  void imagesSmallerThanTheGrid_shareCells() {
    for (int[] size : new int[][] {{1, 1}, {3, 1}, {1, 5}, {2, 2}}) {
      RgbImage image = CompositionTest.noise(size[0], size[1], 9);
      assertThat(SpatialLayout.standard().cells(7).measured(image).orElseThrow())
          .hasSize(245)
          .doesNotContain(Double.NaN);
    }
  }

  @Test
  void settingsOutOfRange_areRefused() {
    assertThatThrownBy(() -> SpatialLayout.standard().cells(33))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cells of a spatial layout are 33 a side, expected 1 to 32");
    assertThatThrownBy(() -> SpatialPyramid.of(SpatialLayout.standard()).alikeFrom(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alikeFrom of a spatial pyramid is 0.0, expected above 0 and at most 1");
  }

  @Test
  void horizon_liesWhereSkyMeetsLand() {
    RgbImage sea = CompositionTest.painted(30, 40, (x, y) -> y < 12 ? SAND : BLUE);

    Horizon horizon = Horizon.of(sea).orElseThrow();

    assertThat(horizon.height()).isEqualTo(0.3);
    assertThat(horizon.strength()).isCloseTo(1, within(1e-9));
  }

  @Test
  void uprightDivisionNoiseAndOneColor_haveNoHorizon() {
    assertThat(Horizon.of(CompositionTest.painted(30, 40, (x, y) -> x < 15 ? SAND : BLUE)))
        .isEmpty();
    assertThat(Horizon.of(CompositionTest.noise(60, 60, 2))).isEmpty();
    assertThat(Horizon.of(CompositionTest.painted(9, 9, (x, y) -> SAND))).isEmpty();
    assertThat(Horizon.of(CompositionTest.noise(1, 1, 3))).isEmpty();
  }

  @Test
  void focalPoint_isTheSpotThatStandsOut() {
    RgbImage spot =
        CompositionTest.painted(30, 60, (x, y) -> x / 2 == 5 && y / 2 == 20 ? SAND : BLUE);

    FocalPoint focal = FocalPoint.of(spot).orElseThrow();

    assertThat(focal.x()).isCloseTo(11.0 / 30, within(1e-9));
    assertThat(focal.y()).isCloseTo(41.0 / 60, within(1e-9));
    assertThat(focal.distanceToPowerPoint())
        .isCloseTo(Math.hypot(11.0 / 30 - 1.0 / 3, 41.0 / 60 - 2.0 / 3), within(1e-9));
    assertThat(new FocalPoint(0.5, 0.5).distanceToPowerPoint())
        .isCloseTo(Math.sqrt(2) / 6, within(1e-12));
  }

  @Test
  void imageOfOneColor_hasNoFocalPoint() {
    assertThat(FocalPoint.of(CompositionTest.painted(50, 20, (x, y) -> SAND))).isEmpty();
    assertThat(FocalPoint.of(CompositionTest.painted(1, 1, (x, y) -> SAND))).isEmpty();
  }

  private static double likeness(ImageMeasure measure, RgbImage one, RgbImage other) {
    return measure
        .spec()
        .similarity()
        .compare(
            narrow(measure.measured(one).orElseThrow()),
            narrow(measure.measured(other).orElseThrow()));
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
