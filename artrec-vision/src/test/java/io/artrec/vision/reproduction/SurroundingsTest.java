package io.artrec.vision.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.TestImages;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction.Surrounding;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 220;

  /** Soft shapes and grain. */
  private static RgbImage picture(int width, int height) {
    SplittableRandom random = new SplittableRandom(5);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / width;
      double x = (double) (i % width) / width;
      double y = (double) row / height;
      int red = channel(140 + 80 * Math.sin(7 * x + 3 * y), random);
      int green = channel(120 + 70 * Math.sin(5 * y - 4 * x), random);
      int blue = channel(100 + 60 * Math.cos(6 * x * y + y), random);
      pixels[i] = red << 16 | green << 8 | blue;
    }
    return RgbImage.of(width, height, pixels);
  }

  private static int channel(double value, SplittableRandom random) {
    return (int) Math.max(0, Math.min(255, value + random.nextInt(-12, 13)));
  }

  private interface Ground {
    int at(int x, int y);
  }

  /** Lays the picture on a ground that is wider by the margins. */
  private static RgbImage on(Ground ground, RgbImage picture, int across, int down) {
    int width = picture.width() + 2 * across;
    int height = picture.height() + 2 * down;
    int[] pixels =
        IntStream.range(0, width * height)
            .map(
                i -> {
                  int x = i % width - across;
                  int y = i / width - down;
                  boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
                  return inside ? picture.rgb(x, y) : ground.at(i % width, i / width);
                })
            .toArray();
    return RgbImage.of(width, height, pixels);
  }

  @Test
  void pictureAlone_hasNothingAround() {
    Reproduction reproduction = Reproduction.of(picture(WIDTH, HEIGHT));

    assertThat(reproduction.surroundings()).isEmpty();
    assertThat(reproduction.showsArtworkAlone()).isTrue();
    assertThat(reproduction.work()).isEqualTo(picture(WIDTH, HEIGHT));
  }

  @ParameterizedTest
  @CsvSource({
    "0,        0,  30, BARS",
    "0,        40, 0,  BARS",
    "16777215, 20, 20, BORDER",
    "8421504,  9,  14, BORDER"
  })
  void flatMargins_areCutOff(int color, int across, int down, Surrounding expected) {
    RgbImage picture = picture(WIDTH, HEIGHT);
    Reproduction reproduction = Reproduction.of(on((x, y) -> color, picture, across, down));

    assertThat(reproduction.surroundings()).containsExactly(expected);
    assertThat(reproduction.showsArtworkAlone()).isTrue();
    assertThat(reproduction.work()).isEqualTo(picture);
  }

  @Test
  void flatMarginsInJpeg_areCutOffToAFewPixels() {
    RgbImage saved = TestImages.throughJpeg(on((x, y) -> 0xFFFFFF, picture(WIDTH, HEIGHT), 21, 27));
    Reproduction reproduction = Reproduction.of(saved);

    assertThat(reproduction.surroundings()).containsExactly(Surrounding.BORDER);
    assertThat(reproduction.work().width()).isBetween(WIDTH - 4, WIDTH + 4);
    assertThat(reproduction.work().height()).isBetween(HEIGHT - 4, HEIGHT + 4);
  }

  @Test
  void drawingOnWhitePaper_hasNoBorder() {
    int[] pixels = IntStream.generate(() -> 0xFFFFFF).limit(WIDTH * HEIGHT).toArray();
    for (int i = 0; i < 2_000; i++) {
      double angle = i * Math.PI / 1_000;
      int x = (int) (WIDTH / 2 + 90 * Math.cos(angle));
      int y = (int) (HEIGHT / 2 + 70 * Math.sin(3 * angle));
      pixels[y * WIDTH + x] = 0x202020;
    }
    Reproduction reproduction = Reproduction.of(RgbImage.of(WIDTH, HEIGHT, pixels));

    assertThat(reproduction.surroundings()).isEmpty();
  }

  @Test
  void coloredOrOneSidedGround_isPartOfTheWork() {
    RgbImage picture = picture(WIDTH, HEIGHT);
    RgbImage colored = on((x, y) -> 0xB03020, picture, 0, 30);
    RgbImage sky = on((x, y) -> y < 40 ? 0xF0F0F0 : picture.rgb(x, 10), picture, 0, 30);

    assertThat(Reproduction.of(colored).work()).isSameAs(colored);
    assertThat(Reproduction.of(sky).work()).isSameAs(sky);
  }

  @Test
  void carvedFrame_isSeen() {
    RgbImage picture = picture(WIDTH, HEIGHT);
    SplittableRandom random = new SplittableRandom(3);
    Ground gold =
        (x, y) -> {
          int light = 40 + random.nextInt(30) + 8 * ((x + y) % 7);
          return (light + 20) << 16 | light << 8 | light / 3;
        };
    Reproduction reproduction = Reproduction.of(on(gold, picture, 30, 30));

    assertThat(reproduction.surroundings()).containsExactly(Surrounding.FRAME);
    assertThat(reproduction.showsArtworkAlone()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void chartOfColors_isSeenAtAnySide(boolean standing) {
    int[] patches = {
      0x303030, 0x2050C0, 0x20A0A0, 0x208030, 0xE0D020, 0xC02020, 0xB03090, 0xE0E0E0, 0x704020
    };
    RgbImage picture = picture(WIDTH, HEIGHT);
    int[] pixels = IntStream.range(0, picture.size()).map(picture::rgb).toArray();
    for (int i = 0; i < patches.length * 18; i++) {
      for (int depth = 4; depth < 20; depth++) {
        int x = standing ? WIDTH - depth : 40 + i;
        int y = standing ? 20 + i : HEIGHT - depth;
        pixels[y * WIDTH + x] = patches[i / 18];
      }
    }
    Reproduction reproduction = Reproduction.of(RgbImage.of(WIDTH, HEIGHT, pixels));

    assertThat(reproduction.surroundings()).containsExactly(Surrounding.COLOR_CHART);
  }

  @Test
  void paintingOfColoredSquares_isNoChart() {
    int[] colors = {0x303030, 0x2050C0, 0x20A0A0, 0x208030, 0xE0D020, 0xC02020, 0xB03090};
    int[] pixels = new int[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int column = i % WIDTH / 20;
      int row = i / WIDTH / 20;
      pixels[i] = colors[(column + 3 * row) % colors.length];
    }

    assertThat(Reproduction.of(RgbImage.of(WIDTH, HEIGHT, pixels)).surroundings()).isEmpty();
  }
}
