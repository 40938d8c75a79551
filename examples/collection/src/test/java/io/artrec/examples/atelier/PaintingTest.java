package io.artrec.examples.atelier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.shape.Gradients;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaintingTest {
  private static final List<Painting> PAINTINGS = Studio.paintings(56, 1);

  /** What JDK 17 and 25 both paint. */
  private static final int DIGEST = -1_293_341_227;

  private static int digest(RgbImage image) {
    int digest = 31 * image.width() + image.height();
    for (int i = 0; i < image.size(); i++) {
      digest = 31 * digest + image.rgb(i);
    }
    return digest;
  }

  @Test
  void sameWork_hasTheSamePixelsEveryTime_andNoOtherWorkHasThem() {
    Set<Integer> digests = new HashSet<>();
    for (Painting painting : PAINTINGS) {
      assertThat(digests.add(digest(painting.sketch()))).as(painting.toString()).isTrue();
    }
    for (Painting again : Studio.paintings(20, 1)) {
      assertThat(digests).as(again.toString()).contains(digest(again.image(96)));
    }
  }

  @Test
  void pixels_areTheSameOnEveryMachineAndJdk() {
    int all = 0;
    for (Painting painting : PAINTINGS.subList(0, 28)) {
      all = 31 * all + digest(painting.image(48));
    }
    assertThat(all).isEqualTo(DIGEST);
  }

  @Test
  void image_isAsLargeAsAsked_inTheProportionsOfItsRecord() {
    for (Painting painting : PAINTINGS.subList(0, 10)) {
      RgbImage image = painting.image(60);
      Artwork work = painting.artwork();
      double width = work.dimensions().orElseThrow().width().orElseThrow();
      double height = work.dimensions().orElseThrow().height().orElseThrow();

      assertThat(Math.max(image.width(), image.height())).isEqualTo(60);
      assertThat((double) image.width() / image.height() / (width / height))
          .as(painting.toString())
          .isBetween(0.95, 1.05);
    }
  }

  @Test
  void sizeOutOfRange_isRefused() {
    assertThatThrownBy(() -> PAINTINGS.get(0).image(15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot paint 'maren-01' with 15 pixels, expected 16 to 8192");
  }

  /** What is decided by chance is said in both languages, tagged, or neither. */
  @ParameterizedTest
  @CsvSource({"moon,月", "boat,船|舟|帆", "bird,鸟", "hat,帽", "fog,雾", "tower,塔", "storm,乌云"})
  void tags_agreeWithTheDescription(String tag, String chinese) {
    int with = 0;
    for (Painting painting : PAINTINGS) {
      Artwork work = painting.artwork();
      String english = work.description().orElseThrow().toLowerCase(Locale.ROOT);
      boolean told =
          switch (tag) {
            case "boat" -> english.matches(".*\\b(boat|sail|sails)\\b.*");
            case "storm" -> english.contains("breaks in white lines");
            default -> english.matches(".*\\b" + tag + "s?\\b.*");
          };
      assertThat(work.subjects().contains(tag)).as(english).isEqualTo(told);
      if (told) {
        assertThat(work.attributes().getOrDefault("description_zh", List.of()).toString())
            .containsPattern(chinese);
        with++;
      }
    }
    assertThat(with).isPositive();
  }

  @Test
  void namedColors_standInTheDescription() {
    for (Painting painting : PAINTINGS) {
      Artwork work = painting.artwork();
      for (String color : work.attributes().getOrDefault("palette", List.of())) {
        assertThat(work.description().orElseThrow().toLowerCase(Locale.ROOT))
            .as(work.id())
            .contains(color);
      }
    }
  }

  /**
   * Nights are dark, papers light, and gestures busy: each manner shows in what can be measured.
   */
  @Test
  void manners_lookAsTheyAreCalled() {
    Map<Manner, double[]> lightness = new EnumMap<>(Manner.class);
    for (Painting painting : PAINTINGS) {
      RgbImage sketch = painting.sketch();
      double sum = 0;
      for (int i = 0; i < sketch.size(); i++) {
        sum += Pigment.of(sketch.rgb(i)).lightness() / sketch.size();
      }
      double[] of = lightness.computeIfAbsent(painting.manner(), key -> new double[2]);
      of[0] += sum;
      of[1]++;
    }
    assertThat(mean(lightness, Manner.NOCTURNE)).isLessThan(0.4);
    assertThat(mean(lightness, Manner.INK_LANDSCAPE)).isGreaterThan(0.55);
    assertThat(mean(lightness, Manner.FLOWERS)).isGreaterThan(0.75);
    assertThat(edges(Manner.OP_ART)).isGreaterThan(4 * edges(Manner.COLOR_FIELD));
    assertThat(edges(Manner.GESTURE)).isGreaterThan(2 * edges(Manner.NOCTURNE));
  }

  private static double mean(Map<Manner, double[]> sums, Manner manner) {
    double[] of = sums.getOrDefault(manner, new double[] {Double.NaN, 1});
    return of[0] / of[1];
  }

  private static double edges(Manner manner) {
    return PAINTINGS.stream()
        .filter(painting -> painting.manner() == manner)
        .mapToDouble(painting -> Gradients.of(painting.sketch().gray()).meanStrength())
        .average()
        .orElseThrow();
  }
}
