package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.Goldens;
import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
  @Test
  void flatColors_areTheirOwnPalette() {
    Palette palette = Palette.of(stripes(0x1F1610, 55, 0x5A3A22, 25, 0xB98A4E, 15, 0xEFE0BD, 5));

    assertThat(palette.parts()).extracting(Palette.Part::share).containsExactly(.55, .25, .15, .05);
    assertThat(palette.parts().get(2).color().distance(CieLab.of(0xB98A4E))).isLessThan(1e-9);
  }

  @Test
  void moreColorsThanAskedFor_areMergedWithTheNearest() {
    Palette palette =
        Palette.of(stripes(0xFF0000, 40, 0xF80000, 10, 0x0000FF, 30, 0x008000, 20), 3);

    assertThat(palette.parts()).extracting(Palette.Part::share).containsExactly(.5, .3, .2);
    assertThat(palette.parts())
        .extracting(Palette.Part::name)
        .containsExactly(ColorName.RED, ColorName.BLUE, ColorName.GREEN);
  }

  @Test
  void oneColor_isAPaletteOfOne() {
    assertThat(Palette.of(RgbImage.of(1, 1, new int[] {0x87CEEB})).parts())
        .containsExactly(new Palette.Part(CieLab.of(0x87CEEB), 1));
  }

  @Test
  void words_sayMuchAndLittle() {
    Palette interior = Palette.of(stripes(0x3D2B1F, 60, 0xB98A4E, 30, 0xEFE0BD, 8, 0x0000FF, 2));

    assertThat(interior.words(Locale.ENGLISH))
        .isEqualTo("mostly dark brown, with ochre and a little cream");
    assertThat(interior.words(Locale.SIMPLIFIED_CHINESE)).isEqualTo("以深褐色为主，兼有赭黄色、少许奶油色");
    assertThat(Palette.of(stripes(0x87CEEB, 40, 0xFFFFFF, 35, 0x008000, 25)).words(Locale.ENGLISH))
        .isEqualTo("sky blue, white and green");
    assertThat(Palette.of(stripes(0xFF0000, 9)).words(Locale.FRENCH)).isEqualTo("red");
    assertThat(Palette.of(stripes(0xFF0000, 9))).hasToString("Palette[100% red]");
  }

  @Test
  void paintingsAtHalfTheSize_haveNearlyTheSamePalette() throws IOException {
    Goldens goldens = Goldens.load();
    for (String name : goldens.images().keySet()) {
      RgbImage image = goldens.decode(name);
      int side = Math.max(image.width(), image.height()) / 2;

      double[] whole = PaletteFeature.spread(Palette.of(image));
      double[] half = PaletteFeature.spread(Palette.of(image.shrunkTo(side)));

      assertThat(shared(whole, half)).as(name).isGreaterThan(0.85);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyImage_hasOrderedSharesOfOne_whereverItsPixelsAre(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] pixels = random.ints(1_200, 0, 1 << 24).toArray();
    int count = 3 + random.nextInt(10);

    List<Palette.Part> parts = Palette.of(RgbImage.of(30, 40, pixels), count).parts();

    int[] reversed = new int[pixels.length];
    Arrays.setAll(reversed, i -> pixels[pixels.length - 1 - i]);
    assertThat(Palette.of(RgbImage.of(1_200, 1, reversed), count).parts()).isEqualTo(parts);
    assertThat(parts).hasSize(count);
    assertThat(parts.stream().mapToDouble(Palette.Part::share).sum()).isCloseTo(1, within(1e-9));
    for (int i = 1; i < parts.size(); i++) {
      assertThat(parts.get(i).share()).isLessThanOrEqualTo(parts.get(i - 1).share());
    }
  }

  @Test
  void spread_isNearForNearColorsAndFarForFarOnes() {
    double[] brown = PaletteFeature.spread(Palette.of(stripes(0x5A3A22, 1)));
    double[] near = PaletteFeature.spread(Palette.of(stripes(0x603F26, 1)));
    double[] blue = PaletteFeature.spread(Palette.of(stripes(0x4169E1, 1)));

    assertThat(Arrays.stream(brown).sum()).isCloseTo(1, within(1e-12));
    assertThat(shared(brown, near)).isBetween(0.8, 0.99);
    assertThat(shared(brown, blue)).isLessThan(0.01);
  }

  @Test
  void spec_saysHowManyColors() {
    assertThat(PaletteFeature.standard().spec().name()).isEqualTo("palette");
    assertThat(PaletteFeature.standard().colors(8).spec().name()).isEqualTo("palette-8");
    assertThat(PaletteFeature.standard().spec().similarity().name())
        .isEqualTo("histogram-intersection");
  }

  @Test
  void sizesAndShares_areCheckedAtOnce() {
    RgbImage image = stripes(0, 1);
    assertThatThrownBy(() -> Palette.of(image, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a palette of 2 colors was asked for, expected 3 to 12");
    assertThatThrownBy(() -> PaletteFeature.standard().colors(13)).hasMessageContaining("13");
    assertThatThrownBy(() -> Palette.of(List.of(new Palette.Part(CieLab.of(0), 0.5))))
        .hasMessage("shares of a palette's 1 colors sum to 0.5, expected 1");
    assertThatThrownBy(() -> new Palette.Part(CieLab.of(0), 0))
        .hasMessageContaining("expected above 0 and at most 1");
  }

  private static double shared(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.min(one[i], other[i]);
    }
    return sum;
  }

  /** An image one pixel high of colors and how many pixels each has, in turns. */
  private static RgbImage stripes(int... colorsAndCounts) {
    int[] pixels = new int[0];
    for (int i = 0; i < colorsAndCounts.length; i += 2) {
      int from = pixels.length;
      pixels = Arrays.copyOf(pixels, from + colorsAndCounts[i + 1]);
      Arrays.fill(pixels, from, pixels.length, colorsAndCounts[i]);
    }
    return RgbImage.of(pixels.length, 1, pixels);
  }
}
