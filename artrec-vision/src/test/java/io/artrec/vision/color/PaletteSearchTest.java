package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.vision.TestImages;
import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.ImageReading;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteSearchTest {
  private static final String NAVY = "#1F3A5F";
  private static final String CREAM = "#E8D9B5";
  private static final String RED = "#B02020";

  /** Stripes of colors, each as wide as its number says. */
  private static byte[] stripes(Object... widthsAndColors) {
    int[] pixels = new int[20 * 20];
    int at = 0;
    for (int i = 0; i < widthsAndColors.length; i += 2) {
      int rgb = Integer.parseInt(((String) widthsAndColors[i + 1]).substring(1), 16);
      for (int k = 0; k < 20 * (int) widthsAndColors[i]; k++) {
        pixels[at++] = rgb;
      }
    }
    return TestImages.png(RgbImage.of(20, 20, pixels));
  }

  private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

  static {
    FILES.put("all-red", stripes(20, RED));
    FILES.put("navy-cream", stripes(10, NAVY, 10, CREAM));
    FILES.put("navy-touch-of-red", stripes(16, NAVY, 4, RED));
    FILES.put("cream-touch-of-red", stripes(15, CREAM, 5, RED));
    FILES.put("gray", stripes(10, "#404040", 10, "#C0C0C0"));
    FILES.put("broken", new byte[] {9});
  }

  private static PaletteSearch search() {
    Catalog catalog =
        Catalog.of(
            FILES.keySet().stream().map(id -> Artwork.builder(id, id).image(id).build()).toList());
    return PaletteSearch.of(
        catalog,
        artwork -> artwork.image().map(name -> FILES.getOrDefault(name, new byte[0])),
        ImageReading.standard().threads(2));
  }

  @Test
  void worksWithTheColorsInTheirShares_comeFirst() {
    List<PaletteSearch.Found> found = search().find(PaletteWish.of(RED, 0.2), 10);

    assertThat(found)
        .extracting(PaletteSearch.Found::artwork)
        .containsExactly("navy-touch-of-red", "cream-touch-of-red");
    assertThat(found.get(0).closeness()).isCloseTo(1, within(0.01));
    assertThat(found.get(0).shares()).containsExactly(0.2);
    assertThat(found.get(1).shares()).containsExactly(0.25);
    assertThat(search().find(PaletteWish.of(RED, 1), 10))
        .extracting(PaletteSearch.Found::artwork)
        .containsExactly("all-red");
  }

  @Test
  void colorsThatNothingHas_findNothing() {
    assertThat(search().find(PaletteWish.of("#20C040", 0.3), 10)).isEmpty();
    assertThat(search().find(PaletteWish.of(NAVY, 0.5).and(RED, 0.5), 10)).isEmpty();
  }

  @Test
  void grayPhotographsAndBrokenFiles_areLeftOut() {
    PaletteSearch search = search();

    assertThat(search.size()).isEqualTo(4);
    assertThat(search.palette("gray")).isEmpty();
    assertThat(search.failures()).hasSize(1);
    assertThat(search.palette("navy-cream").orElseThrow().parts()).hasSize(2);
  }

  @Test
  void wishes_areChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaletteWish.of("navy", 0.5))
        .withMessage("color is 'navy', expected six hexadecimal digits such as #1f3a5f");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaletteWish.of(NAVY, 0.7).and(RED, 0.4))
        .withMessageContaining("expected at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search().find(PaletteWish.of(NAVY, 0.7), 0))
        .withMessage("0 works were asked for, expected 1 or more");
  }

  @Test
  void closeness_isWorkedOutByHand() {
    Palette palette =
        Palette.of(
            List.of(
                new Palette.Part(new CieLab(50, 0, 0), 0.6),
                new Palette.Part(new CieLab(50, 20, 0), 0.4)));

    // all of 0.6 lies on the wish; of 0.4, 0.1 too, at half weight, and 0.3 on the rest, at half
    assertThat(ColorTransport.closeness(palette, PaletteWish.of(new CieLab(50, 0, 0), 0.7)))
        .isCloseTo(0.6 + 0.1 * 0.5 + 0.3 * 0.5, within(1e-12));
    assertThat(ColorTransport.closeness(palette, PaletteWish.of(palette))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void transport_isTheBestOfAllWaysInTenths(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Palette palette = Palette.of(parts(random, new double[] {0.5, 0.3, 0.2}));
    List<Palette.Part> wished = parts(random, new double[] {0.4, 0.4, 0.2});
    PaletteWish wish = PaletteWish.of(Palette.of(wished));

    assertThat(ColorTransport.closeness(palette, wish))
        .as("seed " + seed)
        .isCloseTo(best(palette, wish.parts()), within(1e-9));
  }

  private static List<Palette.Part> parts(SplittableRandom random, double[] shares) {
    List<Palette.Part> parts = new ArrayList<>();
    for (double share : shares) {
      parts.add(
          new Palette.Part(
              new CieLab(
                  40 + random.nextDouble() * 20,
                  random.nextDouble() * 40,
                  random.nextDouble() * 40),
              share));
    }
    return parts;
  }

  /** Lays ten tenths on ten tenths in every order that differs. */
  private static double best(Palette palette, List<Palette.Part> wished) {
    int[] from = tenths(palette.parts());
    int[] left = new int[wished.size()];
    for (int tenth : tenths(wished)) {
      left[tenth]++;
    }
    return best(palette, wished, from, 0, left);
  }

  private static double best(
      Palette palette, List<Palette.Part> wished, int[] from, int at, int[] left) {
    if (at == from.length) {
      return 0;
    }
    double most = 0;
    for (int w = 0; w < left.length; w++) {
      if (left[w] > 0) {
        left[w]--;
        double distance = palette.parts().get(from[at]).color().distance(wished.get(w).color());
        double here = 0.1 * (1 - Math.min(1, distance / ColorTransport.REACH));
        most = Math.max(most, here + best(palette, wished, from, at + 1, left));
        left[w]++;
      }
    }
    return most;
  }

  private static int[] tenths(List<Palette.Part> parts) {
    List<Integer> tenths = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (int k = 0; k < Math.round(10 * parts.get(i).share()); k++) {
        tenths.add(i);
      }
    }
    return tenths.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void unknownWorks_haveNoPalette() {
    assertThat(search().palette("nobody")).isEqualTo(Optional.empty());
  }
}
