package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.color.ColorHarmony.Template;
import io.artrec.vision.image.RgbImage;
import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorHarmonyTest {
  private static RgbImage hues(int... degrees) {
    int[] pixels =
        IntStream.of(degrees).map(hue -> Color.HSBtoRGB(hue / 360f, 0.8f, 0.9f)).toArray();
    return RgbImage.of(pixels.length, 1, pixels);
  }

  @ParameterizedTest
  @CsvSource({
    "30,                          SINGLE_HUE, 30, 'one hue, orange'",
    "355 2 5,                     SINGLE_HUE, 1, 'one hue, red'",
    "28 32 209 211,               COMPLEMENTARY, 30, 'orange and its complement, azure'",
    "0 20 40 60,                  ANALOGOUS, 30, neighboring hues around orange",
    "85 100 120 140 155 30,       QUARTER, 120, 'hues around green and, a quarter of the wheel away, orange'",
    "85 100 120 140 155 210,      QUARTER, 120, 'hues around green and, a quarter of the wheel away, azure'",
    "200 220 240 260 280 60,      ANALOGOUS_WITH_COMPLEMENT, 240, 'neighboring hues around blue and their complement, yellow'",
    "0 36 72 108 144 175,         HALF, 89, 'half of the color wheel, around yellow-green'",
    "0 20 40 60 180 200 220 240,  TWO_FAMILIES, 30, 'two opposite families of hues, around orange and azure'"
  })
  void knownSchemes_areDescribed(String hues, Template template, int angle, String words) {
    ColorHarmony harmony = ColorHarmony.of(hues(parsed(hues)));

    assertThat(harmony.template()).isEqualTo(template);
    assertThat(harmony.angle()).hasValue(angle);
    assertThat(harmony.deviation()).isZero();
    assertThat(harmony.words(Locale.ENGLISH)).isEqualTo(words);
    assertThat(harmony.words(Locale.CHINESE)).matches("[\\p{IsHan}：，]+");
  }

  private static int[] parsed(String hues) {
    return Arrays.stream(hues.strip().split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void gray_isNeutral() {
    ColorHarmony harmony = ColorHarmony.of(RgbImage.of(2, 1, new int[] {0x808080, 0x85807F}));

    assertThat(harmony.template()).isEqualTo(Template.NEUTRAL);
    assertThat(harmony.angle()).isEmpty();
    assertThat(harmony.words(Locale.ENGLISH)).isEqualTo("hardly any color");
  }

  @Test
  void allHues_fitNoTemplate() {
    ColorHarmony harmony = ColorHarmony.of(hues(IntStream.range(0, 36).map(i -> 10 * i).toArray()));

    assertThat(harmony.template()).isEqualTo(Template.NONE);
    assertThat(harmony.angle()).isEmpty();
    assertThat(harmony.words(Locale.CHINESE)).isEqualTo("色相遍布整个色环");
  }

  @Test
  void strayHues_countByHowFarTheyStray() {
    int[] hues = new int[100];
    Arrays.fill(hues, 30);
    Arrays.fill(hues, 0, 4, 120);
    ColorHarmony few = ColorHarmony.of(hues(hues));
    Arrays.fill(hues, 0, 8, 120);
    ColorHarmony more = ColorHarmony.of(hues(hues));

    // 4 of 100 lie 81 degrees outside of a sector of 18 around 30; turned by 9 towards them, 72
    assertThat(few.template()).isEqualTo(Template.SINGLE_HUE);
    assertThat(few.deviation()).isCloseTo(0.04 * 72, within(1e-9));
    assertThat(more.template()).isNotEqualTo(Template.SINGLE_HUE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void turningAllHues_turnsTheTemplate(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] hues = random.ints(8, 0, 90).toArray();
    int turn = 1 + random.nextInt(358);
    ColorHarmony before = ColorHarmony.of(hues(hues));
    ColorHarmony after = ColorHarmony.of(hues(IntStream.of(hues).map(h -> h + turn).toArray()));

    assertThat(after.template()).isEqualTo(before.template());
    double distance = after.angle().orElseThrow() - before.angle().orElseThrow() - turn;
    assertThat(Math.abs(Math.IEEEremainder(distance, 360)))
        .as("seed " + seed)
        .isLessThanOrEqualTo(2);
  }
}
